import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { stoppedClock } from '@/components/testing/clock';
import { asOf, fakeWorker, lateAnswer, noAnswer } from '@/components/testing/fake-worker';
import { aContact, miraIdentity, presentStatus } from '@/components/testing/people';
import { saying } from '@/components/testing/saying';
import { settled } from '@/components/testing/settled';
import { show } from '@/components/testing/show';
import { pressesAreTrusted } from '@/components/testing/trusted';
import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import type { ConversationPage, Message, Sender } from '@/lib/domain/conversation';
import type { SendOutcome } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { t } from '@/lib/i18n/text';
import { sendEntry } from '@/lib/outbox/testing/entries';
import { drafts, storageOwner } from '@/lib/settings/items';
import {
  aMessage,
  aPage,
  contactA,
  entryId,
  mara,
  messageId,
  minute,
  tom,
} from '@/lib/ui/conversation/testing/examples';
import { PanelPeople } from './PanelPerson';
import type { PanelSession } from './panel-view';

const NOW = Date.parse(minute(59));
const PERSON = 'Mira Okonkwo';
const MARA: Sender = { id: mara, name: 'Mara (DE)', enabled: true, canWrite: true };
const TOM: Sender = { id: tom, name: 'Tom', enabled: true, canWrite: true };
const connection = (senderId: typeof mara, connected = true) => ({ senderId, connected, lastMessageAt: null });
const CONTACT = aContact({ id: contactA, connections: [connection(mara)] });
const NONE: readonly Message[] = [];

type Answers = Parameters<typeof fakeWorker>[0];

/** A worker that knows Mira with these messages. */
const workerWith = (messages: readonly Message[], answers: Answers = {}) =>
  fakeWorker({
    'contact.status': () => ok(presentStatus({ contact: CONTACT, listName: 'Partners' })),
    'senders.get': () => asOf([MARA, TOM]),
    'conversation.page': () => ok(aPage(messages)),
    ...answers,
  });

interface Shown {
  readonly session?: PanelSession;
  readonly pinned?: boolean;
  readonly isTabElsewhere?: boolean;
}

/** The panel about Mira, once recipient and sender have been the same for long enough to send. */
async function panel(worker = workerWith(NONE), { session = 'connected', ...following }: Shown = {}) {
  const clock = stoppedClock(NOW);
  pressesAreTrusted();
  let toggles = 0;
  await storageOwner.setValue({ account: maraAccount.id, closing: false });
  const person = {
    identity: miraIdentity,
    following: { pinned: false, isTabElsewhere: false, ...following, toggle: () => void (toggles += 1) },
    session,
  };
  const page = await show(<PanelPeople person={person} />, worker);
  await clock.pass(1_000);
  return { ...page, ...clock, toggles: () => toggles };
}

const area = (): HTMLTextAreaElement =>
  screen.getByRole('textbox', { name: t('panel.composer.text', { person: PERSON }) });
const sendButton = (): HTMLButtonElement =>
  screen.getByRole('button', { name: t('panel.composer.send', { person: PERSON, sender: 'Mara (DE)' }) });
const thread = () => screen.getByRole('region', { name: t('panel.thread.label', { person: PERSON }) });
const button = (name: string) => screen.getByRole('button', { name });
const said = (words: string) => screen.queryAllByText(saying(words)).length > 0;
const words = () => document.body.textContent;

async function write(user: Awaited<ReturnType<typeof panel>>['user'], text: string) {
  await user.click(area());
  await user.keyboard(text);
}

describe('a person who is looked up', () => {
  test('is shown as such, and after a second as slow', async () => {
    const { pass } = await panel(workerWith(NONE, { 'contact.status': noAnswer }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('mira-okonkwo');
    await pass(1_000);
    expect(said(t('panel.header.slow'))).toBe(true);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('and is not in GetSales can be added first', async () => {
    await panel(workerWith(NONE, { 'contact.status': () => ok({ kind: 'absent', asOf: minute(1) }) }));
    expect(said(t('panel.absent.chip'))).toBe(true);
    expect(words()).toContain(t('panel.absent.body'));
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('and could not be found out is never shown as absent, and is looked up again', async () => {
    const { user, worker } = await panel(workerWith(NONE, { 'contact.status': () => err({ code: 'offline' }) }));
    expect(screen.getByRole('alert').textContent).toContain(t('error.offline.title'));
    expect(said(t('panel.absent.chip'))).toBe(false);
    worker.answer({ 'contact.status': () => ok(presentStatus({ contact: CONTACT })) });
    await user.click(button(t('common.retry')));
    expect(worker.inputs('contact.status').at(-1)).toMatchObject({ fresh: true });
    expect(area()).not.toBeNull();
  });
});

describe('the header', () => {
  test(titleOf('D2', 'the panel'), async () => {
    await panel();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(PERSON);
    expect(within(screen.getByRole('banner')).getByText(saying('mira-okonkwo'))).not.toBeNull();
  });

  test('shows the person, the address, the list and who is connected', async () => {
    await panel(
      workerWith(NONE, {
        'contact.status': () =>
          ok(
            presentStatus({
              contact: CONTACT,
              listName: 'Partners',
              stageName: 'Engaging',
              automations: [
                { name: 'Q4 outreach', status: 'in_progress' },
                { name: 'Old', status: 'finished' },
              ],
            }),
          ),
      }),
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(PERSON);
    for (const fact of [
      'mira-okonkwo',
      'Head of Procurement',
      'Partners',
      'Engaging',
      t('panel.header.automation', { automation: 'Q4 outreach' }),
      t('panel.header.connected', { sender: 'Mara (DE)' }),
    ])
      expect(said(fact)).toBe(true);
    expect(words()).not.toContain(t('panel.header.automation', { automation: 'Old' }));
  });

  test(titleOf('D1', 'the panel isolates the name wherever it stands in a line'), async () => {
    const name = 'abc\u202Edef';
    await panel(workerWith(NONE, { 'contact.status': () => ok(presentStatus({ contact: { ...CONTACT, name } })) }));
    const shown = screen.getAllByText((_, element) => element?.textContent === name);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.filter((element) => element.closest('bdi, [dir="auto"]') === null)).toEqual([]);
    const inLines = screen.getAllByRole('button').filter(({ textContent }) => textContent.includes(name));
    expect(inLines.length).toBeGreaterThan(0);
    expect(inLines.map((line) => line.querySelector('bdi')?.textContent)).toEqual(inLines.map(() => name));
  });

  test('says that there is no list and no connected sender', async () => {
    const contact = aContact({ id: contactA, listId: null, connections: [connection(mara, false)] });
    await panel(workerWith(NONE, { 'contact.status': () => ok(presentStatus({ contact, listName: null })) }));
    expect(said(t('panel.header.noList'))).toBe(true);
    expect(said(t('panel.header.notConnected'))).toBe(true);
  });

  test.each([
    [false, t('panel.header.following')],
    [true, t('panel.header.pinned')],
  ])('switches between following and pinned; pinned: %s', async (pinned, name) => {
    const { user, toggles } = await panel(workerWith(NONE), { pinned });
    await user.click(button(name));
    expect(toggles()).toBe(1);
  });

  test('of a pinned person offers to follow a tab that shows someone else', async () => {
    const { user, toggles } = await panel(workerWith(NONE), { pinned: true, isTabElsewhere: true });
    expect(words()).toContain(t('panel.header.elsewhere'));
    await user.click(button(t('panel.header.followNow')));
    expect(toggles()).toBe(1);
  });

  test('refreshes messages and contact status', async () => {
    const { user, worker } = await panel(workerWith([aMessage(1)]));
    worker.answer({ 'conversation.page': noAnswer });
    await user.click(button(t('common.refresh')));
    expect(worker.inputs('conversation.page').at(-1)).toMatchObject({ fresh: true, offset: 0 });
    expect(worker.inputs('contact.status').at(-1)).toMatchObject({ fresh: true });
    expect(screen.getByRole('button', { name: t('panel.header.refreshing'), busy: true })).not.toBeNull();
  });
});

describe('the thread', () => {
  test('says that it is loading', async () => {
    await panel(workerWith(NONE, { 'conversation.page': noAnswer }));
    expect(said(t('panel.thread.loading'))).toBe(true);
    expect(said(t('panel.thread.empty'))).toBe(false);
  });

  test('says that it is empty', async () => {
    await panel();
    expect(said(t('panel.thread.empty'))).toBe(true);
  });

  test('that could not be loaded never counts as empty, and is loaded again', async () => {
    const { user, worker } = await panel(
      workerWith(NONE, { 'conversation.page': () => err({ code: 'server-trouble', status: 503 }) }),
    );
    expect(screen.getByRole('alert').textContent).toContain(t('error.serverTrouble.title'));
    expect(said(t('panel.thread.empty'))).toBe(false);
    worker.answer({ 'conversation.page': () => ok(aPage([aMessage(1)])) });
    await user.click(button(t('common.retry')));
    expect(within(thread()).getByText('Message 1')).not.toBeNull();
  });

  test('shows messages and announces how many', async () => {
    await panel(workerWith([aMessage(2, { direction: 'in' }), aMessage(1)]));
    expect(within(thread()).getByText('Message 1')).not.toBeNull();
    expect(within(thread()).getByText('Message 2')).not.toBeNull();
    expect(said(t('panel.thread.count', { count: 2 }))).toBe(true);
  });

  test('keeps its messages when newer ones cannot be loaded', async () => {
    const { user, worker } = await panel(workerWith([aMessage(1)]));
    worker.answer({ 'conversation.page': () => err({ code: 'offline' }) });
    await user.click(button(t('common.refresh')));
    expect(within(thread()).getByText('Message 1')).not.toBeNull();
    expect(words()).toContain(t('error.offline.title'));
    expect(button(t('common.retry'))).not.toBeNull();
  });

  test('is filtered by sender where several wrote', async () => {
    const { user, worker } = await panel(workerWith([aMessage(1), aMessage(2, { senderId: tom })]));
    worker.answer({ 'conversation.page': ({ senderId }) => ok(aPage(senderId === tom ? [] : [aMessage(1)])) });
    await user.selectOptions(screen.getByRole('combobox', { name: t('panel.filter.label') }), 'Tom');
    expect(worker.inputs('conversation.page').at(-1)).toMatchObject({ senderId: tom });
  });

  test('offers no filter where one sender wrote', async () => {
    await panel(workerWith([aMessage(1)]));
    expect(screen.queryByRole('combobox', { name: t('panel.filter.label') })).toBeNull();
  });

  test('retries a failed message as the same message', async () => {
    const { user, worker } = await panel(
      workerWith([aMessage(1, { state: 'failed' })], { 'message.retry': () => ok(aMessage(1, { state: 'queued' })) }),
    );
    await user.click(button(t('common.retry')));
    expect(worker.inputs('message.retry')).toEqual([{ messageId: messageId(1) }]);
    expect(said(t('panel.status.queued'))).toBe(true);
    expect(worker.inputs('message.send')).toEqual([]);
  });
});

describe('writing', () => {
  const sent: Result<SendOutcome> = ok({ state: 'sent', message: aMessage(7, { text: 'Hello', state: 'queued' }) });

  test('sends to this contact as the shown sender, for the connected account', async () => {
    const { user, worker } = await panel(workerWith(NONE, { 'message.send': () => sent }));
    await write(user, 'Hello');
    await user.click(sendButton());
    expect(worker.inputs('message.send')).toEqual([
      {
        entryId: expect.any(String),
        contactId: contactA,
        senderId: mara,
        personName: PERSON,
        text: 'Hello',
        overrides: null,
      },
    ]);
    expect(worker.accountOf('message.send')).toBe(maraAccount.id);
    expect(area().value).toBe('');
    expect(within(thread()).getByText('Hello')).not.toBeNull();
    expect(said(t('panel.live.accepted', { person: PERSON, status: t('panel.status.queued') }))).toBe(true);
  });

  test('sends once while the answer is awaited', async () => {
    const late = lateAnswer<Result<SendOutcome>>();
    const { user, worker } = await panel(workerWith(NONE, { 'message.send': () => late.promise }));
    await write(user, 'Hello');
    await user.click(sendButton());
    await user.click(sendButton());
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(worker.inputs('message.send')).toHaveLength(1);
    expect(said(t('panel.live.sending', { person: PERSON }))).toBe(true);
    late.give(sent);
    await settled();
    expect(worker.inputs('message.send')).toHaveLength(1);
  });

  test('keeps what is written as a draft of this person and sender', async () => {
    const { user, pass } = await panel();
    await write(user, 'Hello');
    await pass(250);
    expect(await drafts.getValue()).toEqual({ account: maraAccount.id, texts: { [`${contactA}|${mara}`]: 'Hello' } });
  });

  test('shows a stored draft, of this account only', async () => {
    await drafts.setValue({ account: maraAccount.id, texts: { [`${contactA}|${mara}`]: 'From yesterday' } });
    await panel();
    expect(area().value).toBe('From yesterday');
  });

  test('brings back the text of a refused message, with the reason', async () => {
    const refused = err({ code: 'refused', status: 422, problems: [{ field: 'text', message: 'Too bold.' }] } as const);
    const { user } = await panel(workerWith(NONE, { 'message.send': () => refused }));
    await write(user, 'Hello');
    await user.click(sendButton());
    expect(area().value).toBe('Hello');
    expect(screen.getByRole('alert').textContent).toContain('Too bold.');
  });

  test('shows an unconfirmed message, and never sends it by itself', async () => {
    const { user, worker, pass } = await panel(
      workerWith(NONE, { 'message.send': () => ok({ state: 'unknown', entryId: entryId(1) }) }),
    );
    await write(user, 'Hello');
    await user.click(sendButton());
    await pass(5_000);
    expect(screen.getByRole('alert').textContent).toContain(t('panel.unconfirmed.title'));
    expect(worker.inputs('message.send')).toHaveLength(1);
    expect(area().value).toBe('');
  });

  test('can cancel a queued message, whose text comes back', async () => {
    const sendAt = new Date(NOW + 60_000).toISOString();
    const { user, worker } = await panel(
      workerWith(NONE, {
        'message.send': ({ entryId: id }) => ok({ state: 'queued', entryId: id, sendAt, blockedBy: null }),
        'message.cancel': () => ok(null),
      }),
    );
    await write(user, 'Hello');
    await user.click(sendButton());
    expect(area().value).toBe('');
    await user.click(button(t('common.undo')));
    const id = worker.inputs('message.send')[0]?.entryId;
    expect(worker.inputs('message.cancel')).toEqual([{ entryId: id }]);
    expect(area().value).toBe('Hello');
    expect(document.activeElement).toBe(area());
  });

  test('warns before the same text is sent a second time', async () => {
    const { user, worker } = await panel(workerWith([aMessage(1, { text: 'Hello' })]));
    await write(user, 'Hello');
    await user.click(sendButton());
    expect(screen.getByRole('alert').textContent).toContain(t('panel.warning.title'));
    expect(worker.inputs('message.send')).toEqual([]);
  });

  test('shows an unconfirmed message of an earlier window from the outbox', async () => {
    const entry = sendEntry(1, {
      contactId: contactA,
      senderId: mara,
      text: 'Earlier',
      state: { name: 'unknown', error: { code: 'offline' }, checks: 0 },
    });
    await panel(workerWith(NONE, { 'outbox.recent': () => ok([entry]) }));
    expect(within(thread()).getByText('Earlier')).not.toBeNull();
    expect(words()).toContain(t('panel.unconfirmed.title'));
  });

  test('asks for a sender when none suggests itself, and sends as the chosen one', async () => {
    const contact = aContact({ id: contactA });
    const { user, worker, pass } = await panel(
      workerWith(NONE, { 'contact.status': () => ok(presentStatus({ contact })), 'message.send': () => sent }),
    );
    expect(said(t('panel.blocked.noSender'))).toBe(true);
    await write(user, 'Hello');
    await user.selectOptions(screen.getByRole('combobox', { name: t('panel.composer.sender') }), tom);
    await pass(1_000);
    expect(area().value).toBe('Hello');
    await user.click(button(t('panel.composer.send', { person: PERSON, sender: 'Tom' })));
    expect(screen.getByRole('alert').textContent).toContain(
      t('panel.warning.notConnected', { person: PERSON, sender: 'Tom' }),
    );
    await pass(600);
    await user.click(button(t('panel.warning.send', { person: PERSON, sender: 'Tom' })));
    expect(worker.inputs('message.send')).toEqual([expect.objectContaining({ senderId: tom, text: 'Hello' })]);
  });

  test(titleOf('D10', 'within 600 ms after the sender has changed'), async () => {
    const both = { ...CONTACT, connections: [connection(mara), connection(tom)] };
    const status = ok(presentStatus({ contact: both, listName: 'Partners' }));
    const { user, worker, pass } = await panel(
      workerWith(NONE, { 'contact.status': () => status, 'message.send': () => sent }),
    );
    await user.selectOptions(screen.getByRole('combobox', { name: t('panel.composer.sender') }), mara);
    await write(user, 'Hello');
    await user.selectOptions(screen.getByRole('combobox', { name: t('panel.composer.sender') }), tom);
    await write(user, 'Hello');
    const sendAsTom = button(t('panel.composer.send', { person: PERSON, sender: 'Tom' }));
    const press = async () => {
      await user.click(sendAsTom);
      await user.click(area());
      await user.keyboard('{Control>}{Enter}{/Control}');
    };
    await pass(250);
    await press();
    await pass(250);
    await press();
    expect(said(t('panel.blocked.justChanged'))).toBe(true);
    await pass(99);
    await press();
    expect(worker.inputs('message.send')).toEqual([]);
    await pass(1);
    expect(said(t('panel.blocked.justChanged'))).toBe(false);
    await user.click(sendAsTom);
    expect(worker.inputs('message.send')).toEqual([expect.objectContaining({ senderId: tom, text: 'Hello' })]);
  });

  test.each<[PanelSession, string]>([
    ['rejected', t('panel.blocked.keyRejected')],
    ['asking', t('panel.blocked.preparing')],
  ])('is possible and sending is not while the session is %s', async (session, why) => {
    const { user, worker } = await panel(workerWith(NONE), { session });
    await write(user, 'Hello');
    expect(area().value).toBe('Hello');
    expect(sendButton().disabled).toBe(true);
    expect(said(why)).toBe(true);
    expect(worker.inputs('message.send')).toEqual([]);
  });

  test('is possible while the senders cannot be loaded, and says why', async () => {
    const { user } = await panel(workerWith(NONE, { 'senders.get': () => err({ code: 'offline' }) }));
    await write(user, 'Hello');
    expect(area().value).toBe('Hello');
    expect(words()).toContain(t('panel.composer.sendersFailed', { reason: t('error.offline.title') }));
  });
});

test('pages of older messages are loaded and shown above', async () => {
  const older: ConversationPage = aPage([aMessage(1)]);
  const { worker } = await panel(
    workerWith(NONE, { 'conversation.page': ({ offset }) => ok(offset === 0 ? aPage([aMessage(2)], 1) : older) }),
  );
  expect(worker.inputs('conversation.page').at(-1)).toMatchObject({ offset: 1 });
  expect(within(thread()).getByText('Message 1')).not.toBeNull();
  expect(said(t('panel.thread.start'))).toBe(true);
});

test('no person is shown, and nothing is asked about one', async () => {
  const { worker } = await show(<PanelPeople person={null} />);
  expect(words()).toBe('');
  expect(worker.inputs('contact.status')).toEqual([]);
});
