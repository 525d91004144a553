import type { Page } from '@playwright/test';
import type { ExtensionPage } from '../support/browser/extension-page';
import type { World } from '../support/browser/world';
import { anyOf, begins, like, text } from './texts';

/** Opens the real side panel on a person's page with the popup's button. */
export async function openConversation(world: World, page: Page): Promise<ExtensionPage> {
  const popup = await world.popup(page);
  // The buttons move down when the contact status is shown.
  await popup.see(
    anyOf(
      text('popup.contactStatus.present'),
      text('popup.contactStatus.absent'),
      new RegExp(`\\n${like('popup.contactStatus.onList').source}`, 'u'),
    ),
  );
  await popup.click('button', begins('popup.add.openConversation'));
  return world.panel();
}

/** Keeps the person in the panel while another tab is in front. */
export async function pin(panel: ExtensionPage): Promise<void> {
  await panel.click('button', begins('panel.header.following'));
  await panel.has('button', begins('panel.header.pinned'));
}

/** Writes a message into the composer. */
export async function write(panel: ExtensionPage, message: string): Promise<void> {
  await panel.click('textbox', begins('panel.composer.text'));
  await panel.type(message);
}

/** A pattern that matches a message's status only, not the word within a sentence. */
export function status(state: 'queued' | 'sending' | 'sent'): RegExp {
  return new RegExp(`(?<!\\p{L} )${like(`panel.status.${state}`).source}`, 'u');
}
