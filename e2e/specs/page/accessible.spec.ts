import type { Page } from '@playwright/test';
import { openConversation } from '../../screens/panel';
import { chooseList, fillField } from '../../screens/popup';
import { expect, test } from '../../support/browser/fixtures';
import { axeLines, axeSource } from '../../support/browser/axe';
import type { ExtensionPage } from '../../support/browser/extension-page';
import { begins, like, text } from '../../screens/texts';

async function inBothThemes(extensionPage: ExtensionPage): Promise<readonly string[]> {
  await extensionPage.theme('light');
  const light = await extensionPage.axe();
  await extensionPage.theme('dark');
  return [...light, ...(await extensionPage.axe())];
}

async function pageInBothThemes(page: Page): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without transitions, so that axe never sees colours between two themes.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(`${axeSource}; undefined`);
    lines.push(...(await page.evaluate<string[]>(axeLines)));
  }
  return lines;
}

test('axe finds nothing on the options page, before and after connecting', async ({ world }) => {
  expect(await pageInBothThemes(await world.options())).toEqual([]);
  const connected = await world.connect();
  // axe judges an element that appears while it runs against a white page.
  await expect(connected.getByText(text('activity.empty'))).toBeVisible();
  await expect(connected.getByRole('table')).toBeVisible();
  expect(await pageInBothThemes(connected)).toEqual([]);
});

test('axe finds nothing in the details: filled in, wrong, and without custom fields', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const page = await world.visit('/in/mira-okonkwo/');
  const failing = control.fault({ path: '/leads/api/custom-fields', effect: { status: 403 } });
  const popup = await world.popup(page);
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', begins('popup.details.edit'));
  await popup.see(like('popup.custom.failed'));
  expect(await inBothThemes(popup)).toEqual([]);
  failing.remove();
  await popup.tabTo(begins('common.retry'));
  await popup.press('Enter');
  await popup.has('textbox', /^Gender/u);
  await fillField(popup, text('popup.field.workEmail'), 'mira');
  await popup.press('Enter');
  await popup.see(like('popup.problem.email'));
  expect(await inBothThemes(popup)).toEqual([]);
});

test('axe finds nothing in the popup: no key, new person, list open, already there', async ({ world }) => {
  const page = await world.visit('/in/mira-okonkwo/');
  const keyless = await world.popup(page);
  await keyless.see(like('popup.connect.title'));
  expect(await inBothThemes(keyless)).toEqual([]);
  await world.closePopup(keyless);
  await world.connect();

  const popup = await world.popup(page);
  await popup.see(like('popup.contactStatus.absent'));
  expect(await inBothThemes(popup)).toEqual([]);
  await popup.click('combobox', begins('popup.lists.label'));
  await popup.has('option', /EU founders/u);
  expect(await inBothThemes(popup)).toEqual([]);
  await world.closePopup(popup);

  const there = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await there.see(/Q4 outreach/u);
  await there.click('combobox', begins('popup.lists.label'));
  await there.type('Nordic procurement');
  await there.has('option', /Nordic procurement/u);
  await there.press('Enter');
  await there.see(like('popup.add.already', { list: 'EU founders' }));
  expect(await inBothThemes(there)).toEqual([]);
  await world.closePopup(there);

  const noProfile = await world.popup(await world.visit('/feed/'));
  await noProfile.see(like('popup.noProfile.title'));
  expect(await inBothThemes(noProfile)).toEqual([]);
});

test('axe finds nothing in the side panel: a conversation, an empty one, a new person', async ({ world }) => {
  await world.connect();
  const page = await world.visit('/in/jonas-berg-x3/');
  const panel = await openConversation(world, page);
  await panel.see(/introduce you/u);
  expect(await inBothThemes(panel)).toEqual([]);
  await page.goto('https://www.linkedin.com/in/li-wei-x2/');
  await panel.see(like('panel.thread.empty'));
  expect(await inBothThemes(panel)).toEqual([]);
  await page.goto('https://www.linkedin.com/in/mira-okonkwo/');
  await panel.see(like('popup.contactStatus.absent'));
  expect(await inBothThemes(panel)).toEqual([]);
});

test('the popup can add by address on a page that requires signing in', async ({ world }) => {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/walled-off-person/'));
  await popup.see(/walled-off-person/u);
  await chooseList(popup, 'EU founders');
  await popup.click('button', begins('popup.add.to', { list: 'EU founders' }));
  await popup.see(like('popup.result.created', { list: 'EU founders' }));
});
