import type { Page } from '@playwright/test';
import { text } from '../../screens/texts';
import { expect, test } from '../../support/browser/fixtures';
import type { World } from '../../support/browser/world';

/** Opens the popup's page in a tab in which no file whose name contains `part` can be loaded, until `reload` presses the button. */
async function openWithout(world: World, part: string): Promise<{ readonly page: Page; reload: () => Promise<void> }> {
  const page = await world.context.newPage();
  const cdp = await world.context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setBlockedURLs', { urls: [`*/chunks/${part}-*`] });
  await page.goto(`chrome-extension://${world.extensionId}/popup.html`);
  const reload = async (): Promise<void> => {
    const button = page.getByRole('alert').getByRole('button');
    await expect(button).toBeVisible();
    await cdp.send('Network.setBlockedURLs', { urls: [] });
    await button.click();
  };
  return { page, reload };
}

test('offers to reload when a part of the popup cannot be loaded', async ({ world }) => {
  await world.connect();
  const { page, reload } = await openWithout(world, 'PopupPeoplePage');
  await expect(page.getByText(text('common.notLoaded'))).toBeVisible();
  await expect(page.getByRole('button', { name: text('common.reload') })).toBeVisible();
  await reload();
  await expect(page.getByText(text('popup.noProfile.title'))).toBeVisible();
});

test('offers to reload when the details of a person cannot be loaded', async ({ world }) => {
  await world.connect();
  const { page, reload } = await openWithout(world, 'PersonDetails');
  await page.getByLabel(text('popup.paste.label')).fill('https://www.linkedin.com/in/mira-okonkwo/');
  await page.getByRole('button', { name: text('popup.paste.show') }).click();
  await page.getByRole('button', { name: text('popup.details.edit') }).click();
  await expect(page.getByText(text('common.notLoaded'))).toBeVisible();
  await reload();
  await expect(page.getByText(text('popup.noProfile.title'))).toBeVisible();
});

test('offers to reload, in English, when the texts cannot be loaded', async ({ world }) => {
  await world.connect();
  const { page, reload } = await openWithout(world, 'everywhere');
  await expect(page.getByText('Couldn’t load this page')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  await reload();
  await expect(page.getByText(text('popup.noProfile.title'))).toBeVisible();
});
