import type { Page } from '@playwright/test';
import type { ExtensionPage } from '../support/browser/extension-page';
import type { World } from '../support/browser/world';

/** Opens the real side panel on a person's page, by the popup's own button. */
export async function openConversation(world: World, page: Page): Promise<ExtensionPage> {
  const popup = await world.popup(page);
  // The person's contactStatus moves the buttons down when it comes.
  await popup.see(/In GetSales|Not in GetSales|\nIn /u);
  await popup.click('button', /^Open conversation/u);
  return world.panel();
}

/** Keeps the person in the panel while another tab is in front. */
export async function pin(panel: ExtensionPage): Promise<void> {
  await panel.click('button', /^Following tab/u);
  await panel.has('button', /^Pinned/u);
}

/** Writes a message into the composer. */
export async function write(panel: ExtensionPage, text: string): Promise<void> {
  await panel.click('textbox', /^Message to/u);
  await panel.type(text);
}
