import type { Page } from '@playwright/test';
import { openConversation } from '../../screens/panel';
import { chooseList, fillField } from '../../screens/popup';
import { expect, test } from '../../support/browser/fixtures';
import { axeLines, axeSource } from '../../support/browser/axe';
import type { ExtensionPage } from '../../support/browser/extension-page';

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
  expect(await pageInBothThemes(await world.connect())).toEqual([]);
});

test('axe finds nothing in the details: filled in, wrong, and without custom fields', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const page = await world.visit('/in/mira-okonkwo/');
  const failing = control.fault({ path: '/leads/api/custom-fields', effect: { status: 403 } });
  const popup = await world.popup(page);
  await popup.see(/Not in GetSales/u);
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', /^Edit details/u);
  await popup.see(/Custom fields could not be loaded/u);
  expect(await inBothThemes(popup)).toEqual([]);
  failing.remove();
  await popup.tabTo(/^Try again/u);
  await popup.press('Enter');
  await popup.has('textbox', /^Gender/u);
  await fillField(popup, 'Work e-mail', 'mira');
  await popup.press('Enter');
  await popup.see(/Enter one e-mail address/u);
  expect(await inBothThemes(popup)).toEqual([]);
});

test('axe finds nothing in the popup: no key, new person, list open, already there', async ({ world }) => {
  const page = await world.visit('/in/mira-okonkwo/');
  const keyless = await world.popup(page);
  await keyless.see(/Connect GetSales first/u);
  expect(await inBothThemes(keyless)).toEqual([]);
  await world.closePopup(keyless);
  await world.connect();

  const popup = await world.popup(page);
  await popup.see(/Not in GetSales/u);
  expect(await inBothThemes(popup)).toEqual([]);
  await popup.click('combobox', /^List/u);
  await popup.has('option', /EU founders/u);
  expect(await inBothThemes(popup)).toEqual([]);
  await world.closePopup(popup);

  const there = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await there.see(/Q4 outreach/u);
  await there.click('combobox', /^List/u);
  await there.type('Nordic procurement');
  await there.has('option', /Nordic procurement/u);
  await there.press('Enter');
  await there.see(/Already on EU founders/u);
  expect(await inBothThemes(there)).toEqual([]);
  await world.closePopup(there);

  const noProfile = await world.popup(await world.visit('/feed/'));
  await noProfile.see(/No profile on this page/u);
  expect(await inBothThemes(noProfile)).toEqual([]);
});

test('axe finds nothing in the side panel: a conversation, an empty one, a new person', async ({ world }) => {
  await world.connect();
  const page = await world.visit('/in/jonas-berg-x3/');
  const panel = await openConversation(world, page);
  await panel.see(/introduce you/u);
  expect(await inBothThemes(panel)).toEqual([]);
  await page.goto('https://www.linkedin.com/in/li-wei-x2/');
  await panel.see(/No messages yet/u);
  expect(await inBothThemes(panel)).toEqual([]);
  await page.goto('https://www.linkedin.com/in/mira-okonkwo/');
  await panel.see(/Not in GetSales/u);
  expect(await inBothThemes(panel)).toEqual([]);
});

test('the popup can add by address on a page that requires signing in', async ({ world }) => {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/walled-off-person/'));
  await popup.see(/walled-off-person/u);
  await chooseList(popup, 'EU founders');
  await popup.click('button', /^Add to EU founders/u);
  await popup.see(/Added to EU founders/u);
});
