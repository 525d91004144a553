import { openConversation, write } from '../../screens/panel';
import { chooseList } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { begins, inOrder, like, text } from '../../screens/texts';
import { expect, test } from '../../support/browser/fixtures';
import { recordsOf, storedDrafts } from '../../support/browser/stored';
import type { FaultEffect } from '../../sandbox/faults/rule';

const DRAFT = 'A draft that stays';
const LIST = 'Nordic procurement';
/** The page of a hotel's network, or of a company's proxy. */
const PORTAL: FaultEffect = { status: 200, body: { kind: 'html', text: '<h1>Log in to the network</h1>' } };

test('says on every screen that the key ended at GetSales, and keeps what was written', async ({ world }) => {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  const jonas = await world.visit('/in/jonas-berg-x3/');
  const panel = await openConversation(world, jonas);
  await panel.see(/introduce you/u);
  await write(panel, DRAFT);
  control.revokeKey();
  await panel.click('button', begins('common.refresh'));
  await panel.has('button', begins('common.checkKey'));
  await panel.see(like('panel.blocked.keyRejected'));
  const popup = await world.popup(jonas);
  await popup.see(inOrder(text('popup.checkKey.title'), text('popup.checkKey.body')));
  await popup.has('button', begins('common.checkKey'));
  await world.closePopup(popup);
  await expect(options.getByRole('alert').filter({ hasText: text('error.keyRejected.title') })).toBeVisible();
  await options.bringToFront();
  await options.getByLabel(text('options.connect.newKey')).fill(world.sites.getsales.key);
  control.restoreKey();
  await options.getByRole('button', { name: text('options.connect.check'), exact: true }).click();
  await expect(options.getByText(text('options.account.connected', { name: 'Mara Lind' }))).toBeVisible();
  await jonas.bringToFront();
  await panel.notSee(like('panel.blocked.keyRejected'));
  await expect.poll(() => panel.evaluate<string>('document.querySelector("textarea")?.value')).toBe(DRAFT);
});

test('says on every screen that the browser deleted the stored key, and continues with the same one', async ({
  world,
}) => {
  const options = await world.connect();
  const jonas = await world.visit('/in/jonas-berg-x3/');
  const panel = await openConversation(world, jonas);
  await panel.see(/introduce you/u);
  await write(panel, DRAFT);
  await expect.poll(() => storedDrafts(options)).toContain(DRAFT);
  const cdp = await world.context.newCDPSession(options);
  await cdp.send('Storage.clearDataForOrigin', {
    origin: `chrome-extension://${world.extensionId}`,
    storageTypes: 'indexeddb',
  });
  const deleted = inOrder(text('error.keyUnreadable.title'), text('error.keyUnreadable.body'));
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(deleted);
  await panel.has('button', begins('common.checkKey'));
  const popup = await world.popup(jonas);
  await popup.see(deleted);
  await popup.has('button', begins('common.checkKey'));
  await world.closePopup(popup);
  await options.bringToFront();
  // Playwright keeps every tab visible, so none of them becomes visible by coming to the front.
  await options.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await expect(options.getByRole('alert').filter({ hasText: text('error.keyUnreadable.title') })).toBeVisible();
  await options.getByLabel(text('options.connect.newKey')).fill(world.sites.getsales.key);
  await options.getByRole('button', { name: text('options.connect.check'), exact: true }).click();
  await expect(options.getByText(text('options.account.connected', { name: 'Mara Lind' }))).toBeVisible();
  expect(await storedDrafts(options)).toContain(DRAFT);
  expect(writesOf(world.sites.getsales.control)).toEqual([]);
});

test('says on popup and panel that a page of the network answered instead of GetSales, until it no longer does', async ({
  world,
}) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const mira = await world.visit('/in/mira-okonkwo/');
  control.fault({ path: '**', effect: PORTAL });
  const popup = await world.popup(mira);
  await popup.see(inOrder(text('popup.contactStatus.failed'), text('error.unreadableAnswer.title')));
  await popup.has('button', begins('common.retry'));
  await chooseList(popup, LIST);
  await popup.click('button', begins('popup.add.to', { list: LIST }));
  await popup.see(like('popup.result.waitingAnswer', { person: 'Mira Okonkwo' }));
  await popup.has('button', begins('popup.result.tryNow'));
  await popup.click('button', begins('popup.add.openConversation'));
  const panel = await world.panel();
  await panel.see(like('error.unreadableAnswer.title'));
  control.clearFaults();
  await panel.click('button', begins('common.retry'));
  await panel.notSee(like('error.unreadableAnswer.title'));
  const again = await world.popup(mira);
  await again.see(like('popup.result.created', { list: LIST }));
  expect(control.contact('mira-okonkwo')).not.toBeNull();
});

test('keeps drafts and waiting adds when the extension is updated while its pages are open', async ({ world }) => {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  const mira = await world.visit('/in/mira-okonkwo/');
  const jonas = await world.visit('/in/jonas-berg-x3/');
  const panel = await openConversation(world, jonas);
  await panel.see(/introduce you/u);
  await write(panel, DRAFT);
  await expect.poll(() => storedDrafts(options)).toContain(DRAFT);
  const popup = await world.popup(mira);
  await popup.see(like('popup.contactStatus.absent'));
  await world.context.setOffline(true);
  await chooseList(popup, LIST);
  await popup.click('button', begins('popup.add.to', { list: LIST }));
  await popup.see(like('popup.result.waitingReach', { person: 'Mira Okonkwo' }));
  await world.reload();
  await expect.poll(() => options.isClosed()).toBe(true);
  await world.context.setOffline(false);
  const reopened = await world.context.newPage();
  await reopened.goto(`chrome-extension://${world.extensionId}/options.html`);
  await expect(reopened.getByText(text('options.account.connected', { name: 'Mara Lind' }))).toBeVisible();
  await expect.poll(() => recordsOf(reopened)).toMatchObject([{ state: 'done', personName: 'Mira Okonkwo' }]);
  const again = await openConversation(world, jonas);
  await again.see(/introduce you/u);
  await expect.poll(() => again.evaluate<string>('document.querySelector("textarea")?.value')).toBe(DRAFT);
  expect(writesOf(control)).toEqual([UPSERT]);
});
