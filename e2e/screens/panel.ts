import type { Page } from '@playwright/test';
import type { Surface } from '../support/surface';
import type { World } from '../support/world';

/** Opens the real side panel on a person's page, by the popup's own button. */
export async function openConversation(world: World, page: Page): Promise<Surface> {
  const popup = await world.popup(page);
  await popup.click('button', /^Open conversation/u);
  return world.panel();
}

/** Writes a message into the composer. */
export async function write(panel: Surface, text: string): Promise<void> {
  await panel.click('textbox', /^Message to/u);
  await panel.type(text);
}
