import type { Page } from '@playwright/test';
import { ContactId, SenderId } from '../../../lib/domain/ids';
import { exported, pasteNewKey, signOut, switchDialog, switchTo, untilInState } from '../../screens/options';
import { openConversation, pin, write } from '../../screens/panel';
import { chooseList } from '../../screens/popup';
import { SEND, UPSERT, writesOf } from '../../screens/requests';
import type { FaultEffect } from '../../sandbox/faults/rule';
import { kofi, willem } from '../../linkedin/samples/cast/latin';
import { uuidOf } from '../../sandbox/testing/seeded';
import { ana, jonas, mira, teo, type CastMember } from '../../support/cast';
import { expect, test } from '../../support/browser/fixtures';
import { addInput, askWorker, loseDeviceKey, recordsOf, storedDrafts, storedItems } from '../../support/browser/stored';
import type { World } from '../../support/browser/world';
import { newEntryId } from '../../support/worker-people';
import { begins, like, text } from '../../screens/texts';

const LIST = 'Nordic procurement';
const UPSERT_PATH = '/leads/api/leads/upsert';
const LOOKUP_PATH = '/leads/api/leads/lookup-one';
const MESSAGES = '/flows/api/linkedin-messages';
/** Proves nothing, so adds wait. A 503 could open the circuit breaker, which would stop the journey's lookups, too. */
const NO_PROOF: FaultEffect = { status: 200, body: { kind: 'html', text: '<h1>Log in</h1>' } };
const DRAFT = 'A draft for Jonas that only Acme may see';
const NOOR = 'Noor Haddad';

/** Requests to the second workspace, as `METHOD /path`, without those that check the key. */
function requestsToLabs({ sites }: World): readonly string[] {
  return sites.getsales.control
    .requests()
    .filter(({ workspace, path }) => workspace === 'labs' && !path.startsWith('/id/api/'))
    .map(({ method, path }) => `${method} ${path}`);
}

/** Requests that load lists and senders for a page of the second workspace. */
const OWN_SCREENS =
  /^(?:GET|POST) \/(?:leads\/api\/(?:lists|pipeline-stages|custom-fields)|flows\/api\/(?:sender-profiles|flows))/u;

/** Adds a person while GetSales is down. */
async function waitingAdd(world: World, options: Page, person: CastMember): Promise<void> {
  await askWorker(options, 'contact.add', addInput(world, person, LIST));
  await untilInState(options, person.name, 'waiting');
}

/** Restarts the worker and lets it resume its work, as when the connection returns. */
async function resumeWork(world: World, options: Page): Promise<void> {
  world.sites.getsales.control.clearFaults();
  await world.killWorker();
  await options.reload();
  await askWorker(options, 'connection.back', {});
}

const changes: readonly (readonly [string, (world: World) => Promise<Page>])[] = [
  ['the key was replaced', (world) => switchTo(world, world.sites.getsales.keys.other, NOOR)],
  [
    'signing out and connecting another key',
    async (world) => {
      await signOut(world);
      const options = await world.connect(world.sites.getsales.keys.other);
      await expect(options.getByText(text('options.account.connected', { name: NOOR }))).toBeVisible();
      return options;
    },
  ],
];

for (const [what, change] of changes) {
  test(`sends unfinished adds to no workspace after ${what}`, async ({ world }) => {
    const { control } = world.sites.getsales;
    const options = await world.connect();
    const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
    await popup.see(like('popup.contactStatus.absent'));
    await chooseList(popup, LIST);
    const down = control.fault({ path: UPSERT_PATH, effect: NO_PROOF });
    await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
    await popup.see(like('popup.result.waitingAnswer', { person: 'Mira Okonkwo' }));
    await world.closePopup(popup);
    await options.bringToFront();
    down.remove();

    // One add is between its first attempt, which was cut off, and its second.
    control.fault({ path: UPSERT_PATH, effect: { connection: 'reset-before' } });
    const cutOff = askWorker(options, 'contact.add', addInput(world, kofi, LIST));
    await expect.poll(() => writesOf(control).length).toBeGreaterThan(1);
    control.clearFaults();
    // Another one is still being looked up.
    control.fault({ path: LOOKUP_PATH, effect: { latencyMs: 8_000 } });
    control.clearRequests();
    const slow = askWorker(options, 'contact.add', addInput(world, teo, LIST));
    await expect.poll(() => control.requests().some(({ path }) => path === LOOKUP_PATH)).toBe(true);
    const people = [mira, kofi, teo];

    await change(world);
    // The first key was valid until here, so a retry may have arrived.
    const inAcme = people.map(({ slug }) => control.contact(slug) !== null);
    await Promise.allSettled([cutOff, slow]);
    await resumeWork(world, options);
    await expect(options.getByText(text('options.account.connected', { name: NOOR }))).toBeVisible();
    await expect.poll(() => requestsToLabs(world).length).toBeGreaterThan(0);

    for (const { slug } of people) expect(control.workspace('labs').contact(slug)).toBeNull();
    expect(people.map(({ slug }) => control.contact(slug) !== null)).toEqual(inAcme);
    expect(requestsToLabs(world).filter((ask) => !OWN_SCREENS.test(ask))).toEqual([]);
    expect(await recordsOf(options)).toEqual([]);
  });
}

test('does not send a message that waits for its connection once the key is replaced, and exports its text', async ({
  world,
}) => {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  await options.getByLabel(text('options.defaults.undo')).selectOption({ label: text('options.defaults.undoNone') });
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  const contactId = ContactId.parse(uuidOf(control.contact(ana.slug)?.['lead']));
  const senderId = SenderId.parse(control.senders().find(({ label }) => label === 'Mara (DE)')?.uuid);
  // Messages are sent one at a time: the first one is slow, so the second one waits.
  control.fault({ method: 'POST', path: MESSAGES, effect: { latencyMs: 8_000 } });
  const first = askWorker(options, 'message.send', {
    entryId: newEntryId(),
    contactId,
    senderId,
    personName: ana.name,
    text: 'The first one',
    overrides: null,
  });
  await expect.poll(() => writesOf(control)).toEqual([SEND]);
  await write(panel, 'The second one');
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await untilInState(options, jonas.name, 'dispatching');

  await pasteNewKey(world, world.sites.getsales.keys.other);
  const dialog = switchDialog(options);
  await expect(dialog).toContainText(text('options.pending.messages', { count: 2 }));
  expect(await exported(options, dialog)).toMatch(/"Jonas Berg",[^\r]*"The second one"/u);
  await dialog.getByRole('button', { name: text('options.switch.confirm') }).click();
  await expect(options.getByText(text('options.account.connected', { name: NOOR }))).toBeVisible();
  await first;
  await resumeWork(world, options);
  await expect(options.getByText(text('options.account.connected', { name: NOOR }))).toBeVisible();
  expect(writesOf(control)).toEqual([SEND]);
  expect(control.requests().filter(({ workspace, method }) => workspace === 'labs' && method === 'POST')).toEqual([]);
  expect(await storedItems(options)).not.toContain('The second one');
});

test('cancelling keeps the key, and a message in its cancel period is sent with it', async ({ world }) => {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  await options
    .getByLabel(text('options.defaults.undo'))
    .selectOption({ label: text('options.defaults.undoSeconds', { count: 20 }) });
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await pin(panel);
  await write(panel, 'Keep me under the old key');
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(like('panel.queued.sendsIn'));
  await pasteNewKey(world, world.sites.getsales.keys.other);
  const dialog = switchDialog(options);
  await expect(dialog).toContainText(text('options.pending.messages', { count: 1 }));
  await dialog.getByRole('button', { name: text('common.cancel') }).click();
  await expect(dialog).toBeHidden();
  await options.getByRole('button', { name: text('common.cancel') }).click();
  await expect(options.getByText(text('options.account.connected', { name: 'Mara Lind' }))).toBeVisible();
  await expect.poll(() => writesOf(control), { timeout: 40_000 }).toEqual([SEND]);
  expect(control.requests().find(({ method, path }) => `${method} ${path}` === SEND)?.keyName).toBe('main');
  await panel.see(like('panel.live.accepted', { person: 'Jonas Berg' }));
});

test('treats keys without a workspace as two accounts: nothing of the first is sent with the second', async ({
  world,
}) => {
  const { control, keys } = world.sites.getsales;
  const options = await world.connect(keys.mainWithoutTeamClaim);
  control.fault({ path: UPSERT_PATH, effect: NO_PROOF });
  await waitingAdd(world, options, mira);
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await pin(panel);
  await write(panel, DRAFT);
  await expect.poll(() => storedDrafts(options)).toContain(DRAFT);

  await pasteNewKey(world, keys.sameUserOtherTeamWithoutTeamClaim);
  const dialog = switchDialog(options);
  await expect(dialog).toContainText(text('options.pending.adds', { count: 1 }));
  await expect(dialog).toContainText(text('options.pending.drafts', { count: 1 }));
  await dialog.getByRole('button', { name: text('options.switch.confirm') }).click();
  await expect(dialog).toBeHidden();
  await panel.notSee(/introduce you/u);
  await resumeWork(world, options);
  await expect.poll(() => requestsToLabs(world).length).toBeGreaterThan(0);
  expect(control.workspace('labs').contact(mira.slug)).toBeNull();
  expect(control.contact(mira.slug)).toBeNull();
  expect(await recordsOf(options)).toEqual([]);
  expect(await storedItems(options)).not.toContain(DRAFT);
  expect(writesOf(control).filter((each) => each !== UPSERT)).toEqual([]);
});

/** Leaves an add waiting, and deletes the key that decrypts the stored API key. */
async function unreadableKey(world: World): Promise<Page> {
  const options = await world.connect();
  world.sites.getsales.control.fault({ path: UPSERT_PATH, effect: NO_PROOF });
  await waitingAdd(world, options, mira);
  await loseDeviceKey(options);
  await options.reload();
  await expect(options.getByText(text('error.keyUnreadable.title'))).toBeVisible();
  return options;
}

test('when the stored key cannot be read, offers the waiting adds, and asks before another account erases them', async ({
  world,
}) => {
  const { control, keys } = world.sites.getsales;
  const options = await unreadableKey(world);
  const notice = options.getByRole('status').filter({ hasText: like('options.others.title') });
  await expect(notice).toContainText(text('options.others.title', { count: 1 }));
  expect(await exported(options, notice)).toContain('"Mira Okonkwo"');
  await pasteNewKey(world, keys.other);
  const dialog = switchDialog(options);
  await expect(dialog).toContainText(text('options.pending.adds', { count: 1 }));
  expect(await recordsOf(options)).toHaveLength(1);
  control.clearFaults();
  control.clearRequests();
  await dialog.getByRole('button', { name: text('options.switch.confirm') }).click();
  await expect(options.getByText(text('options.account.connected', { name: NOOR }))).toBeVisible();
  await resumeWork(world, options);
  await expect.poll(() => requestsToLabs(world).length).toBeGreaterThan(0);
  expect(writesOf(control)).toEqual([]);
  expect(await recordsOf(options)).toEqual([]);
  expect(control.workspace('labs').contact(mira.slug)).toBeNull();
});

test('when the stored key cannot be read, the waiting adds can be erased without connecting', async ({ world }) => {
  const options = await unreadableKey(world);
  const notice = options.getByRole('status').filter({ hasText: like('options.others.title') });
  await notice.getByRole('button', { name: text('options.others.erase') }).click();
  await options
    .getByRole('dialog', { name: text('options.others.ask', { count: 1 }) })
    .getByRole('button', { name: text('options.others.confirm') })
    .click();
  await expect(notice).toHaveCount(0);
  expect(await recordsOf(options)).toEqual([]);
});

test('when the stored key cannot be read, the same account’s key completes the waiting adds without asking', async ({
  world,
}) => {
  const { control, key } = world.sites.getsales;
  const options = await unreadableKey(world);
  control.clearFaults();
  await pasteNewKey(world, key);
  await expect(options.getByText(text('options.account.connected', { name: 'Mara Lind' }))).toBeVisible();
  await askWorker(options, 'connection.back', {});
  await expect.poll(() => control.contact(mira.slug) !== null, { timeout: 60_000 }).toBe(true);
});

test('an open panel shows no data of the former account after the switch, and stores no draft', async ({ world }) => {
  const { control, keys } = world.sites.getsales;
  const options = await world.connect();
  control.fault({ path: UPSERT_PATH, effect: NO_PROOF });
  for (const person of [mira, kofi, willem]) await waitingAdd(world, options, person);
  const page = await world.visit('/in/jonas-berg-x3/');
  const panel = await openConversation(world, page);
  await panel.see(/introduce you/u);
  await pin(panel);
  await write(panel, DRAFT);
  await expect.poll(() => storedDrafts(options)).toContain(DRAFT);

  await pasteNewKey(world, keys.other);
  const dialog = switchDialog(options);
  await expect(dialog).toContainText(text('options.pending.adds', { count: 3 }));
  await expect(dialog).toContainText(text('options.pending.drafts', { count: 1 }));
  control.clearRequests();
  // Keeps typing until 200 ms after the switch, which is longer than the delay before a draft is stored.
  await panel.evaluate(`(() => {
    const field = document.querySelector('textarea');
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
    window.typed = 0;
    window.typing = setInterval(() => {
      set.call(field, field.value + '.');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      window.typed += 1;
    }, 20);
  })()`);
  await dialog.getByRole('button', { name: text('options.switch.confirm') }).click();
  await expect(options.getByText(text('options.account.connected', { name: NOOR }))).toBeVisible();
  const typed = await panel.evaluate<number>('window.typed');
  await expect.poll(() => panel.evaluate<number>('window.typed')).toBeGreaterThan(typed + 20);
  await panel.evaluate('clearInterval(window.typing)');
  expect(await storedDrafts(options)).not.toContain('A draft for Jonas');

  await page.bringToFront();
  await panel.see(/Please send me the data sheet first/u);
  const shown = await panel.text();
  const value = await panel.evaluate<string>('document.querySelector("textarea")?.value ?? ""');
  for (const former of [DRAFT, 'introduce you', 'EU founders', 'Mara (DE)', 'Engaging']) {
    expect(shown).not.toContain(former);
    expect(value).not.toContain(former);
  }
  expect(await storedDrafts(options)).not.toContain('A draft for Jonas');
  const formerIds = [jonas, ana].map(({ slug }) => uuidOf(control.contact(slug)?.['lead']));
  const ofLabs = control.requests().filter(({ workspace }) => workspace === 'labs');
  for (const id of formerIds) expect(JSON.stringify(ofLabs)).not.toContain(id);
  for (const { slug } of [mira, kofi, willem]) expect(control.workspace('labs').contact(slug)).toBeNull();
});

/** Stages of a switch that the options page can see, in order; the worker is killed at each. */
const moments = {
  'right after the button': () => Promise.resolve(),
  'when GetSales is asked whose key it is': async (world: World) => {
    await expect.poll(() => world.sites.getsales.control.requests().length, { intervals: [1] }).toBeGreaterThan(0);
  },
  'when the storage is closed for the former account': (_world: World, page: Page) => changed(page, 1),
  'when the storage is being erased': (_world: World, page: Page) => changed(page, 2),
  'when the storage has its new owner': (_world: World, page: Page) => changed(page, 3),
} as const;

/** Starts counting changes of stored items. */
async function countChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    chrome.storage.onChanged.addListener((_changes, area) => {
      if (area === 'local')
        document.body.dataset['changes'] = String(Number(document.body.dataset['changes'] ?? 0) + 1);
    });
  });
}

async function changed(page: Page, times: number): Promise<void> {
  await page.waitForFunction((count) => Number(document.body.dataset['changes'] ?? 0) >= count, times, {
    polling: 1,
  });
}

for (const [moment, reached] of Object.entries(moments)) {
  test(`a worker killed during a switch, ${moment}, leaves one account and never a mix`, async ({ world }) => {
    const { control, keys } = world.sites.getsales;
    const options = await world.connect();
    control.fault({ path: UPSERT_PATH, where: { workspace: 'acme' }, effect: NO_PROOF });
    await waitingAdd(world, options, mira);
    const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
    await panel.see(/introduce you/u);
    await write(panel, DRAFT);
    await expect.poll(() => storedDrafts(options)).toContain(DRAFT);
    await world.closePanel(panel);
    await pasteNewKey(world, keys.other);
    const confirm = switchDialog(options).getByRole('button', { name: text('options.switch.confirm') });
    await expect(confirm).toBeVisible();
    control.clearRequests();
    await countChanges(options);
    await confirm.click();
    await reached(world, options);
    await world.killWorker();
    await options.reload();
    await expect(options.getByText(like('options.account.connected'))).toBeVisible();
    await askWorker(options, 'connection.back', {});

    const isFormer = await options.getByText(text('options.account.connected', { name: 'Mara Lind' })).isVisible();
    const records = await recordsOf(options);
    const drafts = await storedDrafts(options);
    test.info().annotations.push({ type: 'account', description: isFormer ? 'former' : 'new' });
    if (isFormer) {
      expect(records.map(({ personName }) => personName)).toEqual([mira.name]);
      expect(drafts).toContain(DRAFT);
      expect(requestsToLabs(world)).toEqual([]);
    } else {
      await expect(options.getByText(text('options.account.connected', { name: NOOR }))).toBeVisible();
      await expect.poll(() => recordsOf(options)).toEqual([]);
      expect(await storedItems(options)).not.toContain(DRAFT);
      await expect(options.getByText('Mira Okonkwo')).toHaveCount(0);
      await expect.poll(() => requestsToLabs(world).length).toBeGreaterThan(0);
      expect(requestsToLabs(world).filter((ask) => !OWN_SCREENS.test(ask))).toEqual([]);
    }
    expect(control.workspace('labs').contact(mira.slug)).toBeNull();
  });
}

test('a renewed key of the same account needs no confirmation, and waiting adds complete', async ({ world }) => {
  const { control, keys } = world.sites.getsales;
  const options = await world.connect();
  control.fault({ path: UPSERT_PATH, effect: NO_PROOF });
  await waitingAdd(world, options, mira);
  await pasteNewKey(world, keys.mainRenewed);
  await expect(options.getByLabel(text('options.connect.newKey'))).toHaveCount(0);
  await expect(switchDialog(options)).toBeHidden();
  control.clearFaults();
  await askWorker(options, 'connection.back', {});
  await expect.poll(() => control.contact(mira.slug) !== null, { timeout: 60_000 }).toBe(true);
  expect(control.requests().findLast(({ path }) => path === UPSERT_PATH)?.keyName).toBe('mainRenewed');
});
