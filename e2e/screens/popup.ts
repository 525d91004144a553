import type { ExtensionPage } from '../support/browser/extension-page';
import { anyOf, begins, like, named, text } from './texts';

/** Picks a list by typing a part of its name, with the keyboard only. */
export async function chooseList(popup: ExtensionPage, name: string): Promise<void> {
  await popup.click('combobox', begins('popup.lists.label'));
  await popup.type(name);
  await popup.has('option', new RegExp(name, 'u'));
  await popup.press('Enter');
  await popup.has(
    'button',
    anyOf(
      like('popup.add.to', { list: name }),
      like('popup.guard.move', { list: name }),
      like('popup.add.already', { list: name }),
    ),
  );
}

/** Chooses the list, adds, and waits for GetSales' answer. */
export async function addTo(popup: ExtensionPage, list: string): Promise<void> {
  await chooseList(popup, list);
  await popup.click('button', begins('popup.add.to', { list }));
  await popup.see(like('popup.result.created', { list }));
}

/** Opens the details and waits for the workspace's custom fields. */
export async function openDetails(popup: ExtensionPage): Promise<void> {
  await popup.click('button', begins('popup.details.edit'));
  await popup.has('textbox', /^Gender/u);
}

/** Replaces the content of a field of the details, with the keyboard only. */
export async function fillField(popup: ExtensionPage, label: string, value: string): Promise<void> {
  await popup.focus('textbox', named(label));
  await popup.press('a', { ctrl: true });
  await popup.type(value);
}

/** The error that a screen reader reads for the focused field; empty when it has none. */
export function problemInFocus(popup: ExtensionPage): Promise<string> {
  return popup.evaluate<string>(`(() => {
    const field = document.activeElement;
    if (field?.getAttribute('aria-invalid') !== 'true') return '';
    const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
    return ids.filter((id) => id.endsWith('problem')).map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  })()`);
}

/** The key of the field that has the focus. */
export function fieldInFocus(popup: ExtensionPage): Promise<string> {
  return popup.evaluate<string>(`document.activeElement?.getAttribute('name') ?? ''`);
}

export function isTicked(popup: ExtensionPage, label: string): Promise<boolean> {
  return popup.evaluate<boolean>(
    `document.querySelector('input[type="checkbox"][aria-label="${text('popup.details.send', { field: label })}"]')?.checked === true`,
  );
}
