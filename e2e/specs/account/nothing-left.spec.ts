import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { DATABASE } from '../../../lib/outbox/database';
import { signOut } from '../../screens/options';
import { openConversation, write } from '../../screens/panel';
import { addTo, chooseList, openDetails } from '../../screens/popup';
import { begins, like, text } from '../../screens/texts';
import { expect, test } from '../../support/browser/fixtures';
import type { ExtensionPage } from '../../support/browser/extension-page';
import type { FaultEffect } from '../../sandbox/faults/rule';
import { uuidOf } from '../../sandbox/testing/seeded';
import { jonas, mira, teo } from '../../support/cast';
import { freshProfile } from '../../support/browser/launch';
import { listing, pageListing, type Listing } from '../../support/browser/listing';
import { filesWith, keyCanaries, WHOLE_PROFILE, type Canary } from '../../support/browser/profile-files';
import { storedDrafts } from '../../support/browser/stored';
import { until } from '../../support/browser/until';
import { openWorld, type World } from '../../support/browser/world';

const LIST = 'Nordic procurement';
const MESSAGES = '/flows/api/linkedin-messages';
const LOOKUP = '/leads/api/leads/lookup-one';
const DOWN: FaultEffect = { status: 503 };
const REJECTED: FaultEffect = { status: 401, body: { kind: 'json', value: { error: { message: 'No.' } } } };
const HTML: FaultEffect = { status: 200, body: { kind: 'html', text: '<h1>Log in</h1>' } };

const SENT = 'Canary sent about the walrus budget';
const UNCONFIRMED = 'Canary unconfirmed about the otter invoice';
const QUEUED = 'Canary queued about the heron audit';
const DRAFT = 'Canary draft about the zebra contract';

/** Sends by the keyboard, since notices move the button, and waits until the panel shows this. */
async function send(panel: ExtensionPage, message: string, then: RegExp): Promise<void> {
  await write(panel, message);
  await panel.ready('button', begins('panel.composer.send', { person: jonas.name, sender: 'Mara (DE)' }));
  await panel.press('Enter', { ctrl: true });
  await panel.see(then);
}

/** Uses everything that stores something, by its visible controls. Panel and options page stay open. */
async function fillEveryStore(world: World) {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  await options.getByLabel(text('options.language.label'), { exact: true }).selectOption('en');
  await options.getByLabel(text('options.defaults.list'), { exact: true }).selectOption({ label: 'Baltic fintech' });
  await options.getByLabel(text('options.defaults.sender'), { exact: true }).selectOption({ label: 'Mara (DE)' });
  const undo = options.getByLabel(text('options.defaults.undo'), { exact: true });
  await undo.selectOption({ label: text('options.defaults.undoNone') });

  const adding = await world.popup(await world.visit(`/in/${mira.slug}/`));
  await adding.see(like('popup.contactStatus.absent'));
  await openDetails(adding);
  await addTo(adding, LIST);
  await world.closePopup(adding);

  const waiting = await world.popup(await world.visit(`/in/${teo.slug}/`));
  await waiting.see(like('popup.contactStatus.absent'));
  await chooseList(waiting, 'EU founders');
  control.fault({ path: '/leads/api/leads/upsert', effect: DOWN });
  await waiting.click('button', begins('popup.add.to', { list: 'EU founders' }));
  await waiting.see(like('popup.result.waitingAnswer', { person: teo.name }));
  await world.closePopup(waiting);

  const tab = await world.visit(`/in/${jonas.slug}/`);
  const sending = await openConversation(world, tab);
  await sending.see(/introduce you/u);
  await send(sending, SENT, like('panel.live.accepted', { person: jonas.name }));
  control.fault({ method: 'POST', path: MESSAGES, effect: HTML });
  await send(sending, UNCONFIRMED, like('panel.unconfirmed.title'));
  await world.closePanel(sending);
  await undo.selectOption({ label: text('options.defaults.undoSeconds', { count: 20 }) });
  const panel = await openConversation(world, tab);
  await panel.see(like('panel.unconfirmed.title'));
  await send(panel, QUEUED, like('panel.queued.sendsIn'));
  await write(panel, DRAFT);
  await expect.poll(() => storedDrafts(options)).toContain(DRAFT);

  await options.bringToFront();
  await options.getByLabel(text('options.defaults.addAsIOpen'), { exact: true }).check();
  // The icon's badge says that GetSales rejected the key.
  control.fault({ path: LOOKUP, effect: REJECTED });
  const rejected = await world.popup(await world.visit('/in/kofi-mensah/'));
  await rejected.see(like('popup.checkKey.title'));
  await expect.poll(() => options.evaluate(() => chrome.action.getBadgeText({}))).toBe('!');
  return { options, panel };
}

/** The worker may open its databases again, empty, when a page asks whether an account is connected. */
const NO_RECORDS = { [DATABASE]: { entries: 0 }, 'request-log': { requests: 0 }, vault: { device: 0, sealed: 0 } };
const NO_PAGE_STORAGE = { localStorage: {}, sessionStorage: {}, cookie: '' };
/** What may stay after signing out. Nothing in it says anything about a person, the user or the account. */
const LEFT = {
  local: { language: 'en' },
  // A counter: how often the worker has told its pages that something changed.
  session: { revision: expect.any(Number) },
  sync: {},
  databases: NO_RECORDS,
  alarms: [],
  badge: '',
  caches: [],
  files: [],
  cookies: [],
  page: NO_PAGE_STORAGE,
};

/** The listing, with the databases that need not be there. */
async function left(options: Page): Promise<Listing> {
  const listed = await listing(options);
  return { ...listed, databases: { ...NO_RECORDS, ...listed.databases } };
}

test('signing out leaves nothing in the browser’s own listing but the language', async ({ world }) => {
  const { options, panel } = await fillEveryStore(world);
  const before = await listing(options);
  expect(Object.keys(before.local).sort()).toEqual([
    'addAsIOpen',
    'defaultListId',
    'defaultSenderId',
    'drafts',
    'keyRejected',
    'knownLists',
    'knownWorkspace',
    'language',
    'outboxSince',
    'recentListIds',
    'storageOwner',
    'undoSeconds',
  ]);
  expect(Object.keys(before.session).sort()).toEqual([
    'cachedCustomFields',
    'cachedLists',
    'cachedSenders',
    'cachedStages',
    'revision',
    'tabGrant',
  ]);
  expect(before).toMatchObject({
    databases: { [DATABASE]: { entries: 5 }, vault: { device: 1, sealed: 1 } },
    alarms: [''],
    badge: '!',
  });
  expect(before.databases['request-log']?.['requests']).toBeGreaterThan(10);

  await signOut(world);
  await expect.poll(() => left(options)).toEqual(LEFT);
  expect(await pageListing(panel)).toEqual(NO_PAGE_STORAGE);
  await world.killWorker();
  await options.reload();
  await expect(options.getByLabel(text('options.connect.key'))).toBeVisible();
  expect(await left(options)).toEqual(LEFT);
});

test('an installation finds nothing of a removed one', async ({ world }) => {
  await fillEveryStore(world);
  await world.reinstall();
  const options = await until('the new installation’s options page', () =>
    Promise.resolve(world.context.pages().find((page) => page.url().includes('/options.html'))),
  );
  await expect(options.getByLabel(text('options.connect.key'))).toBeVisible();
  const found = await left(options);
  // The new worker may not have counted anything yet.
  expect({ ...found, session: { revision: 0, ...found.session } }).toEqual({ ...LEFT, local: {} });
});

/** Fills every store, runs `act`, closes the browser, and returns what its profile still tells. */
async function onDiskAfter(act: (world: World) => Promise<unknown>) {
  const profile = await freshProfile();
  try {
    const world = await openWorld({ profile });
    const { key, control } = world.sites.getsales;
    const jonasId = uuidOf(control.contact(jonas.slug)?.['lead']);
    await fillEveryStore(world);
    await act(world);
    await world.close();
    const stored: readonly Canary[] = [
      { name: 'user’s e-mail', text: 'mara@acme.test' },
      { name: 'user’s name', text: 'Mara Lind' },
      { name: 'added person', text: mira.name },
      { name: 'waiting person', text: teo.name },
      { name: 'contact id', text: jonasId },
      { name: 'workspace’s list', text: LIST },
    ];
    const texts: readonly Canary[] = [
      { name: 'sent text', text: SENT },
      { name: 'unconfirmed text', text: UNCONFIRMED },
      { name: 'queued text', text: QUEUED },
      { name: 'draft', text: DRAFT },
    ];
    return {
      stored: await filesWith(profile, world.extensionId, stored),
      texts: await filesWith(profile, world.extensionId, texts, WHOLE_PROFILE),
      key: await filesWith(profile, world.extensionId, keyCanaries(key), WHOLE_PROFILE),
    };
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** The canaries of these finds, each once. */
function namesIn(found: readonly string[]): readonly string[] {
  return [...new Set(found.map((line) => line.slice(0, line.indexOf(':'))))].sort();
}

test('the profile’s files tell what was stored before signing out, except the key', async () => {
  const { stored, texts, key } = await onDiskAfter(() => Promise.resolve());
  expect(namesIn(stored)).toEqual(['added person', 'contact id', 'waiting person', 'workspace’s list']);
  expect(namesIn(texts)).toEqual(['draft', 'queued text', 'sent text', 'unconfirmed text']);
  expect(key).toEqual([]);
});

test('the profile’s files tell nothing after signing out', async () => {
  expect(await onDiskAfter(signOut)).toEqual({ stored: [], texts: [], key: [] });
});
