import type { Page } from '@playwright/test';
import { text } from '../../screens/texts';
import { expect, test } from '../../support/browser/fixtures';
import type { World } from '../../support/browser/world';

/** Opens the popup's page in a tab in which no file whose name contains `part` can be loaded. */
async function openWithout(world: World, part: string): Promise<Page> {
  const page = await world.context.newPage();
  const cdp = await world.context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setBlockedURLs', { urls: [`*/chunks/${part}-*`] });
  await page.goto(`chrome-extension://${world.extensionId}/popup.html`);
  await expect(page.getByRole('alert')).toBeVisible();
  await cdp.send('Network.setBlockedURLs', { urls: [] });
  return page;
}

test('offers to reload when a part of the popup cannot be loaded', async ({ world }) => {
  await world.connect();
  const page = await openWithout(world, 'PopupPeoplePage');
  await expect(page.getByText(text('common.notLoaded'))).toBeVisible();
  await page.getByRole('button', { name: text('common.reload') }).click();
  await expect(page.getByText(text('popup.noProfile.title'))).toBeVisible();
});

test('offers to reload, in English, when the texts cannot be loaded', async ({ world }) => {
  await world.connect();
  const page = await openWithout(world, 'everywhere');
  await expect(page.getByText('Couldn’t load this page')).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByText(text('popup.noProfile.title'))).toBeVisible();
});
