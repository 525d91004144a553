import { readFile } from 'node:fs/promises';
import { chooseList } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';
import type { World } from '../../support/browser/world';
import { begins, like, text } from '../../screens/texts';

const DOWN = { status: 503 } as const;

/** Adds a person while GetSales is down. */
async function waitingAdd(world: World) {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  world.sites.getsales.control.fault({ path: '/leads/api/leads/upsert', effect: DOWN });
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(like('popup.result.waitingAnswer', { person: 'Mira Okonkwo' }));
  return popup;
}

test('Activity shows a waiting add with its reason, and Try again completes it', async ({ world }) => {
  const { control } = world.sites.getsales;
  await waitingAdd(world);
  const options = await world.options();
  const entry = options.getByRole('listitem').filter({ hasText: 'Mira Okonkwo' });
  await expect(entry).toContainText(like('activity.is.waiting', { reason: text('error.serverTrouble.title') }));
  control.clearFaults();
  await entry.getByRole('button', { name: begins('common.retry') }).click();
  await expect(entry).toContainText(text('activity.is.created', { list: 'Nordic procurement' }));
  expect(control.contact('mira-okonkwo')).not.toBeNull();
  await entry.getByRole('button', { name: begins('activity.remove') }).press('Enter');
  await expect(entry).toHaveCount(0);
  await expect(options.getByRole('group', { name: text('activity.title') })).toBeFocused();
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
    text('activity.is.created', { list: 'Nordic procurement' }),
  );
  expect(control.contact('mira-okonkwo')).not.toBeNull();
});

test('never sends an add that was cancelled in the popup', async ({ world }) => {
  const { control } = world.sites.getsales;
  const popup = await waitingAdd(world);
  await popup.click('button', begins('popup.result.drop'));
  await popup.see(like('popup.result.droppedBody'));
  control.clearFaults();
  control.clearRequests();
  await world.killWorker();
  const options = await world.options();
  await options.reload();
  await expect(options.getByText(text('activity.empty'))).toBeVisible();
  expect(writesOf(control)).toEqual([]);
});

test('says why an add could not be cancelled, and cancels it on the next press', async ({ world }, info) => {
  const popup = await waitingAdd(world);
  const [worker] = world.context.serviceWorkers();
  // Fails once: the disk is full while the entry is removed.
  await worker?.evaluate(() => {
    const { openCursor } = IDBIndex.prototype;
    IDBIndex.prototype.openCursor = function (this: IDBIndex, ...wanted) {
      if (this.name !== 'stateName') return openCursor.apply(this, wanted);
      IDBIndex.prototype.openCursor = openCursor;
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await popup.click('button', begins('popup.result.drop'));
  await popup.see(like('popup.result.notCancelled', { reason: text('error.storageFull.title') }));
  for (const scheme of ['light', 'dark'] as const) {
    await popup.theme(scheme);
    await info.attach(scheme, { body: await popup.screenshot(), contentType: 'image/png' });
  }
  await popup.click('button', begins('popup.result.drop'));
  await popup.see(like('popup.result.droppedBody'));
});

test('filters Activity, exports it without formulas, erases it, and shows requests without values', async ({
  world,
}) => {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(like('popup.result.created', { list: 'Nordic procurement' }));
  await world.closePopup(popup);
  const options = await world.options();
  const entry = options.getByRole('listitem').filter({ hasText: 'Mira Okonkwo' });
  await expect(entry).toContainText(text('activity.is.created', { list: 'Nordic procurement' }));

  await options
    .getByLabel(text('activity.show'), { exact: true })
    .selectOption({ label: text('activity.show.messages') });
  await expect(options.getByText(text('activity.emptyFiltered'))).toBeVisible();
  await options.getByLabel(text('activity.show'), { exact: true }).selectOption({ label: text('activity.show.all') });
  await expect(entry).toBeVisible();

  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: text('options.records.export') }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  const columns = (['time', 'person', 'act', 'outcome'] as const).map(
    (column) => `"${text(`activity.csv.${column}`)}"`,
  );
  const list = 'Nordic procurement';
  const act = text('activity.act.add', { list });
  expect(csv.replace(/"[\d\-T:.]+Z"/u, '"…Z"')).toBe(
    `\uFEFF${columns.join(',')}\r\n"…Z","Mira Okonkwo","${act}","${text('activity.is.created', { list })}"\r\n`,
  );

  const requests = options.getByRole('region', { name: text('requests.table') });
  await options.getByRole('button', { name: text('requests.refresh') }).click();
  await expect(requests).toContainText(UPSERT);
  await expect(requests).toContainText('lead.linkedin_id');
  await expect(requests).not.toContainText('mira-okonkwo');

  await options.getByRole('button', { name: text('activity.erase') }).click();
  await options
    .getByRole('dialog')
    .getByRole('button', { name: text('activity.eraseConfirm') })
    .click();
  await expect(options.getByText(text('activity.empty'))).toBeVisible();
});
