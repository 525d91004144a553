import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { recordsOf } from '../support/browser/stored';
import type { World } from '../support/browser/world';
import { anyOf, exactly, text } from './texts';

/** Pastes a key into the form that replaces the connected one and presses Connect. */
export async function pasteNewKey(world: World, key: string): Promise<Page> {
  const options = await world.options();
  const replace = options.getByRole('button', { name: text('options.account.replace') });
  const field = options.getByLabel(anyOf(exactly('options.connect.key'), exactly('options.connect.newKey')));
  await expect(replace.or(field)).toBeVisible();
  if (await replace.isVisible()) await replace.click();
  await field.fill(key);
  await options.getByRole('button', { name: text('options.connect.check'), exact: true }).click();
  return options;
}

/** The open dialog about switching to another account. */
export function switchDialog(options: Page): Locator {
  return options.getByRole('dialog', { name: text('options.switch.title') });
}

/** Replaces the connected key by one of another account and waits for "Connected as". */
export async function switchTo(world: World, key: string, name: string): Promise<Page> {
  const options = await pasteNewKey(world, key);
  await switchDialog(options)
    .getByRole('button', { name: text('options.switch.confirm') })
    .click();
  await expect(options.getByText(text('options.account.connected', { name }))).toBeVisible();
  return options;
}

/** Opens the dialog about signing out. */
export async function askToSignOut(world: World): Promise<Locator> {
  const options = await world.options();
  await options.getByRole('button', { name: text('options.signOut.button') }).click();
  return options.getByRole('dialog', { name: text('options.signOut.ask') });
}

/** Signs out and waits until the page confirms it. */
export async function signOut(world: World): Promise<Page> {
  const dialog = await askToSignOut(world);
  await dialog.getByRole('button', { name: text('options.signOut.confirm') }).click();
  const options = await world.options();
  await expect(options.getByText(text('options.signOut.done'))).toBeVisible();
  return options;
}

/** The text of the file that Export CSV saves. */
export async function exported(options: Page, within: Locator): Promise<string> {
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    within.getByRole('button', { name: text('options.records.export') }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

/** Waits until the outbox has an entry of this person in this state. */
export async function untilInState(options: Page, personName: string, state: string): Promise<void> {
  await expect
    .poll(async () =>
      (await recordsOf(options)).filter((each) => each.personName === personName).map((each) => each.state),
    )
    .toContain(state);
}
