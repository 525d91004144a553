import { describe, expect, test } from 'vitest';
import { ana, type CastMember, jonas, li } from '@/e2e/support/cast';
import { messageTime, type ConversationPage, type Message } from '@/lib/domain/conversation';
import { MessageId } from '@/lib/domain/ids';
import type { GetSalesClient } from '../client';
import { againstSandbox, errorOf, identityOf, valueOf } from '../testing/against-sandbox';

const { sandbox, time, client, meets, asked } = againstSandbox();
const MESSAGES = '/flows/api/linkedin-messages';
const UNLISTED = MessageId.parse('9d1e4c70-3333-4333-8333-00000000dead');

/** The ids of a contact and two senders; the request log is empty afterwards. */
async function talkWith(person: CastMember, me: GetSalesClient = client()) {
  const contactId = valueOf(await me.lookup(identityOf(person)))?.id ?? expect.fail();
  const senders = valueOf(await me.senders());
  const mara = senders.find(({ name }) => name === 'Mara (DE)')?.id ?? expect.fail();
  const tom = senders.find(({ name }) => name === 'Tom')?.id ?? expect.fail();
  sandbox().control.clearRequests();
  return { me, contactId, mara, tom };
}

describe('a conversation', () => {
  test('of ten thousand messages is read completely, fifty at a time, newest first, without repeats', async () => {
    const { me, contactId } = await talkWith(ana);
    const seen: Message[] = [];
    for (let offset: number | null = 0; offset !== null;) {
      const page: ConversationPage = valueOf(await me.conversation(contactId, null, offset));
      seen.push(...page.messages);
      offset = page.nextOffset;
    }
    const times = seen.map((message) => messageTime(message) ?? '');
    expect(new Set(seen.map(({ id }) => id)).size).toBe(10_000);
    expect(seen).toHaveLength(10_000);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test('can be limited to one sender', async () => {
    const { me, contactId, mara } = await talkWith(ana);
    const page = valueOf(await me.conversation(contactId, mara, 0));
    expect(new Set(page.messages.map(({ senderId }) => senderId))).toEqual(new Set([mara]));
  });

  test('without messages is empty and has no next page', async () => {
    const { me, contactId } = await talkWith(li);
    expect(valueOf(await me.conversation(contactId, null, 0))).toEqual({
      messages: [],
      nextOffset: null,
      total: 0,
      asOf: new Date(time().now()).toISOString(),
    });
    expect(asked()).toHaveLength(1);
  });

  test('shows queued messages first, although GetSales lists them last', async () => {
    const { me, contactId, mara } = await talkWith(ana);
    const sent = valueOf(await me.send({ contactId, senderId: mara, text: 'Thursday then.' }));
    const page = valueOf(await me.conversation(contactId, null, 0));
    expect(page.messages[0]).toEqual(sent);
    expect(page.nextOffset).toBe(50);
  });

  test('is an error when the queued messages cannot be read, which would seem to be lost', async () => {
    const { me, contactId, mara } = await talkWith(ana);
    await me.send({ contactId, senderId: mara, text: 'Thursday then.' });
    sandbox().control.fault({ method: 'GET', path: MESSAGES, skip: 1, effect: { status: 500 } });
    expect(errorOf(await me.conversation(contactId, null, 0))).toEqual({ code: 'server-trouble', status: 500 });
  });

  test('drops messages of others when GetSales ignores the filter, and fails when all are', async () => {
    const { me, contactId, mara } = await talkWith(ana);
    const row = (uuid: string, lead: string) => ({ uuid, lead_uuid: lead, sender_profile_uuid: mara, type: 'inbox' });
    const mine = row('9d1e4c70-3333-4333-8333-000000000001', contactId);
    const others = row('9d1e4c70-3333-4333-8333-000000000002', mara);
    meets(MESSAGES, { body: { kind: 'json', value: { data: [others, mine], has_more: false } } });
    expect(valueOf(await me.conversation(contactId, null, 0)).messages.map(({ id }) => id)).toEqual([mine.uuid]);
    meets(MESSAGES, { body: { kind: 'json', value: { data: [others], has_more: true, total: 190_000 } } });
    expect(errorOf(await me.conversation(contactId, null, 0))).toEqual({ code: 'unreadable-answer', status: 200 });
  });

  test.each([
    [{ list: { hasMore: null } }, 50],
    [{ list: { hasMore: false } }, null],
    [{ list: { total: 3, hasMore: true } }, 50],
  ])('continues as GetSales says: %j', async (effect, nextOffset) => {
    const { me, contactId } = await talkWith(ana);
    meets(MESSAGES, effect);
    expect(valueOf(await me.conversation(contactId, null, 0)).nextOffset).toBe(nextOffset);
  });
});

describe('the preflight of a send', () => {
  test('reads the newest sent messages and the clock difference in one request', async () => {
    const { me, contactId, mara } = await talkWith(ana, client({ now: () => time().now() + 90_000 }));
    const baseline = valueOf(await me.sentMessages(contactId, mara));
    expect(baseline.messages).toHaveLength(50);
    expect(new Set(baseline.messages.map(({ direction }) => direction))).toEqual(new Set(['out']));
    expect(baseline.skewMs).toBe(-90_000);
    expect(asked()).toEqual([`GET ${MESSAGES}`]);
  });

  test('has no clock difference without a Date', async () => {
    const { me, contactId, mara } = await talkWith(ana);
    meets(MESSAGES, { headers: { date: null } });
    expect(valueOf(await me.sentMessages(contactId, mara)).skewMs).toBeNull();
  });

  test.each([
    ['500', { status: 500 }],
    ['a reset', { connection: 'reset-before' }],
    ['an empty body', { body: { kind: 'empty' } }],
    ['429', { status: 429, headers: { 'retry-after': '1' } }],
  ] as const)('is not repeated after %s', async (_what, effect) => {
    const { me, contactId, mara } = await talkWith(ana);
    meets(MESSAGES, effect);
    expect(await me.sentMessages(contactId, mara)).toMatchObject({ ok: false });
    expect(asked()).toHaveLength(1);
  });
});

describe('a message', () => {
  test('is sent once and followed until it is done', async () => {
    const { me, contactId, mara } = await talkWith(jonas);
    const sent = valueOf(await me.send({ contactId, senderId: mara, text: 'Thursday then.\n<b>Ten?</b>' }));
    expect(sent).toMatchObject({ contactId, senderId: mara, direction: 'out', state: 'queued', sentAt: null });
    expect(
      sandbox()
        .control.requests()
        .map(({ method, body }) => [method, body]),
    ).toEqual([['POST', { sender_profile_uuid: mara, lead_uuid: contactId, text: 'Thursday then.\n<b>Ten?</b>' }]]);
    const state = async () => valueOf(await me.message(sent.id))?.state;
    expect(await state()).toBe('queued');
    time().pass(2_000);
    expect(await state()).toBe('sending');
    time().pass(2_000);
    expect(await state()).toBe('sent');
  });

  test('that failed has a reason', async () => {
    const { me, contactId, mara } = await talkWith(jonas);
    const sent = valueOf(await me.send({ contactId, senderId: mara, text: 'Thursday then.' }));
    sandbox().control.failMessage(sent.id, 'Not connected with this contact');
    time().pass(4_000);
    expect(valueOf(await me.message(sent.id))).toMatchObject({
      state: 'failed',
      failReason: 'Not connected with this contact',
    });
  });

  test('is null when GetSales does not list it, and unreadable when it lists another one', async () => {
    const { me } = await talkWith(jonas);
    expect(valueOf(await me.message(UNLISTED))).toBeNull();
    const other = { uuid: '9d1e4c70-3333-4333-8333-000000000001' };
    meets(MESSAGES, { body: { kind: 'json', value: { data: [other], total: 1 } } });
    expect(errorOf(await me.message(UNLISTED))).toEqual({ code: 'unreadable-answer', status: 200 });
  });

  test.each([
    ['500', { status: 500, performed: true }, 'unknown'],
    ['504', { status: 504 }, 'unknown'],
    ['409', { status: 409 }, 'unknown'],
    ['a reset before the body was read', { connection: 'reset-unread' }, 'unknown'],
    ['a reset before the write', { connection: 'reset-before' }, 'unknown'],
    ['a reset after the write', { connection: 'reset-after' }, 'unknown'],
    ['a redirect', { status: 302, headers: { location: '/flows/api/linkedin-messages' } }, 'unknown'],
    ['an empty 201', { status: 201, performed: true, body: { kind: 'empty' } }, 'unknown'],
    ['a cut 201', { performed: true, body: { kind: 'cut' } }, 'unknown'],
    ['HTML', { status: 200, body: { kind: 'html', text: '<p>' } }, 'unknown'],
    ['{}', { status: 200, body: { kind: 'json', value: {} } }, 'unknown'],
    ['429', { status: 429, headers: { 'retry-after': '1' } }, 'not-done'],
    ['401', { status: 401 }, 'not-done'],
    ['404', { status: 404 }, 'not-done'],
    ['422', { status: 422 }, 'not-done'],
  ] as const)('is posted once when the answer is %s', async (_what, effect, fate) => {
    const { me, contactId, mara } = await talkWith(jonas);
    meets(MESSAGES, effect);
    expect(errorOf(await me.send({ contactId, senderId: mara, text: 'Hi' })).fate).toBe(fate);
    expect(asked()).toEqual([`POST ${MESSAGES}`]);
  });

  test('is unknown when GetSales answers with the row of another sender', async () => {
    const { me, contactId, mara, tom } = await talkWith(jonas);
    const value = { uuid: UNLISTED, lead_uuid: contactId, sender_profile_uuid: tom, status: 'new' };
    meets(MESSAGES, { status: 201, body: { kind: 'json', value } });
    expect(errorOf(await me.send({ contactId, senderId: mara, text: 'Hi' })).fate).toBe('unknown');
  });

  test('is sent when the answer has only an id', async () => {
    const { me, contactId, mara } = await talkWith(jonas);
    meets(MESSAGES, { status: 201, body: { kind: 'json', value: { data: { uuid: UNLISTED, status: 'new' } } } });
    expect(valueOf(await me.send({ contactId, senderId: mara, text: 'Hi' }))).toMatchObject({
      id: UNLISTED,
      contactId,
      senderId: mara,
    });
  });

  test.each(['Two\r\nlines', '\ttab', ' spaces ', '👩‍💻 and é', 'no\u200Bbreak'])(
    '%j is sent as it was written',
    async (text) => {
      const { me, contactId, mara } = await talkWith(jonas);
      await me.send({ contactId, senderId: mara, text });
      expect(sandbox().control.requests().at(-1)?.body).toMatchObject({ text });
    },
  );

  test('of 8,000 emoji is accepted, because the limit counts code points', async () => {
    const { me, contactId, mara } = await talkWith(jonas);
    const text = '🧺'.repeat(8_000);
    expect(valueOf(await me.send({ contactId, senderId: mara, text })).text).toBe(text);
  });

  test('is refused with GetSales’ own message', async () => {
    const { me, contactId, mara } = await talkWith(jonas);
    const problem = errorOf(await me.send({ contactId, senderId: mara, text: 'x'.repeat(8_001) }));
    expect(problem).toMatchObject({ fate: 'not-done', error: { code: 'refused', status: 422 } });
  });
});
