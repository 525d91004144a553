import { readFile } from 'node:fs/promises';
import { chooseList } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';
import type { World } from '../../support/browser/world';

const DOWN = { status: 503 } as const;

/** Adds a person while GetSales is down. */
async function waitingAdd(world: World) {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(/Not in GetSales/u);
  await chooseList(popup, 'Nordic procurement');
  world.sites.getsales.control.fault({ path: '/leads/api/leads/upsert', effect: DOWN });
  await popup.click('button', /^Add to Nordic procurement/u);
  await popup.see(/Saved\. GetSales gets Mira Okonkwo/u);
  return popup;
}

test('Activity shows a waiting add with its reason, and Try again completes it', async ({ world }) => {
  const { control } = world.sites.getsales;
  await waitingAdd(world);
  const options = await world.options();
  const entry = options.getByRole('listitem').filter({ hasText: 'Mira Okonkwo' });
  await expect(entry).toContainText('waiting: GetSales has a problem');
  control.clearFaults();
  await entry.getByRole('button', { name: /^Try again/u }).click();
  await expect(entry).toContainText('added to Nordic procurement');
  expect(control.contact('mira-okonkwo')).not.toBeNull();
  await entry.getByRole('button', { name: /^Remove/u }).press('Enter');
  await expect(entry).toHaveCount(0);
  await expect(options.getByRole('group', { name: 'Activity' })).toBeFocused();
  expect(control.contact('mira-okonkwo')).not.toBeNull();
});

test('completes a waiting add automatically after worker and page are gone', async ({ world }) => {
  const { control } = world.sites.getsales;
  const popup = await waitingAdd(world);
  await world.closePopup(popup);
  await world.killWorker();
  control.clearFaults();
  const options = await world.options();
  await options.reload();
  await expect(options.getByRole('listitem').filter({ hasText: 'Mira Okonkwo' })).toContainText(
    'added to Nordic procurement',
    { timeout: 30_000 },
  );
  expect(control.contact('mira-okonkwo')).not.toBeNull();
});

test('never sends an add that was cancelled in the popup', async ({ world }) => {
  const { control } = world.sites.getsales;
  const popup = await waitingAdd(world);
  await popup.click('button', /^Remove/u);
  await popup.see(/It is not tried any more/u);
  control.clearFaults();
  control.clearRequests();
  await world.killWorker();
  const options = await world.options();
  await options.reload();
  await expect(options.getByText('Nothing yet. What you add and send appears here.')).toBeVisible();
  expect(writesOf(control)).toEqual([]);
});

test('filters Activity, exports it without formulas, erases it, and shows requests without values', async ({
  world,
}) => {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(/Not in GetSales/u);
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', /^Add to Nordic procurement/u);
  await popup.see(/Added to Nordic procurement/u);
  await world.closePopup(popup);
  const options = await world.options();
  const entry = options.getByRole('listitem').filter({ hasText: 'Mira Okonkwo' });
  await expect(entry).toContainText('added to Nordic procurement');

  await options.getByLabel('Show', { exact: true }).selectOption({ label: 'Messages' });
  await expect(options.getByText('Nothing of this kind.')).toBeVisible();
  await options.getByLabel('Show', { exact: true }).selectOption({ label: 'Everything' });
  await expect(entry).toBeVisible();

  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toMatch(
    /^\uFEFF"Time \(UTC\)","Person","What","Outcome"\r\n"[\d\-T:.]+Z","Mira Okonkwo","Add to Nordic procurement","added to Nordic procurement"\r\n$/u,
  );

  const requests = options.getByRole('region', { name: 'Requests, newest first' });
  await options.getByRole('button', { name: 'Refresh' }).click();
  await expect(requests).toContainText(UPSERT);
  await expect(requests).toContainText('lead.linkedin_id');
  await expect(requests).not.toContainText('mira-okonkwo');

  await options.getByRole('button', { name: 'Erase…' }).click();
  await options.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
  await expect(options.getByText('Nothing yet. What you add and send appears here.')).toBeVisible();
});
