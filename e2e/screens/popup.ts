import type { Surface } from '../support/surface';

/** Picks a list by typing a part of its name, as a person with a keyboard would. */
export async function chooseList(popup: Surface, name: string): Promise<void> {
  await popup.click('combobox', /^List/u);
  await popup.type(name);
  await popup.has('option', new RegExp(name, 'u'));
  await popup.press('Enter');
  await popup.has('button', new RegExp(`(?:Add|Move) to ${name}|Already on ${name}`, 'u'));
}

/** Chooses the list and adds, up to GetSales' answer. */
export async function addTo(popup: Surface, list: string): Promise<void> {
  await chooseList(popup, list);
  await popup.click('button', new RegExp(`^Add to ${list}`, 'u'));
  await popup.see(new RegExp(`Added to ${list}`, 'u'));
}
