import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { recordsOf } from '../support/browser/stored';
import type { World } from '../support/browser/world';

/** Pastes a key into the form that replaces the connected one, and presses Check. */
export async function pasteNewKey(world: World, key: string): Promise<Page> {
  const options = await world.options();
  const replace = options.getByRole('button', { name: 'Replace key' });
  const field = options.getByLabel(/^(?:New )?API key$/u);
  await expect(replace.or(field)).toBeVisible();
  if (await replace.isVisible()) await replace.click();
  await field.fill(key);
  await options.getByRole('button', { name: 'Check', exact: true }).click();
  return options;
}

/** The open question whether to switch to another account. */
export function switchDialog(options: Page): Locator {
  return options.getByRole('dialog', { name: 'Switch to another account?' });
}

/** Replaces the connected key by one of another account, up to "Connected as". */
export async function switchTo(world: World, key: string, name: string): Promise<Page> {
  const options = await pasteNewKey(world, key);
  await switchDialog(options).getByRole('button', { name: 'Erase and switch' }).click();
  await expect(options.getByText(`Connected as ${name}`)).toBeVisible({ timeout: 20_000 });
  return options;
}

/** Opens the question of signing out. */
export async function askToSignOut(world: World): Promise<Locator> {
  const options = await world.options();
  await options.getByRole('button', { name: 'Sign out…' }).click();
  return options.getByRole('dialog', { name: 'Sign out and erase?' });
}

/** Signs out, up to the page's word that it is done. */
export async function signOut(world: World): Promise<Page> {
  const dialog = await askToSignOut(world);
  await dialog.getByRole('button', { name: 'Sign out and erase' }).click();
  const options = await world.options();
  await expect(options.getByText('Signed out. All local data erased.')).toBeVisible({ timeout: 20_000 });
  return options;
}

/** The text of the file that Export CSV saves. */
export async function exported(options: Page, within: Locator): Promise<string> {
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    within.getByRole('button', { name: 'Export CSV' }).click(),
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
