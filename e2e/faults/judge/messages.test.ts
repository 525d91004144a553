import { expect, test } from 'vitest';
import type { Facts } from './facts';
import { judge } from './judge';
import { factsWith, logged, messageSent, post, press, send, sent, shows } from './testing-facts';

type Change = Parameters<typeof factsWith>[1];
const harms = (change: Change, base: Facts = messageSent): readonly string[] => [
  ...new Set(judge(factsWith(base, change)).map(({ harm, invariant }) => `${invariant} ${harm}`)),
];
const unsent = factsWith(messageSent, { server: { sent: [], seen: [], messages: [] }, claims: [], final: [] });
const read = (change: Parameters<typeof logged>[1]) =>
  logged({ ...post(), method: 'GET', body: null }, { query: `filter[lead_uuid]=${send.contactId}`, ...change });

test('accepts a message that was posted once with its contents', () => {
  expect(judge(messageSent)).toEqual([]);
});

test('finds a message to another recipient, as another sender, or with another text', () => {
  expect(harms({ server: { sent: [post({ lead_uuid: 'contact-2' })] } })).toContain('I8 wrong content');
  expect(harms({ server: { sent: [post({ sender_profile_uuid: 'sender-2' })] } })).toContain('I8 wrong content');
  expect(harms({ server: { sent: [post({ text: 'Hello' })] } })).toContain('I8 wrong content');
  expect(harms({ server: { sent: [post({ subject: 'InMail' })] } })).toContain('I8 wrong content');
});

test('finds a message that was posted twice, arrived twice, or is stored twice', () => {
  expect(harms({ server: { sent: [post(), post()] } })).toEqual(['I1 doubled']);
  expect(harms({ server: { seen: [logged(post()), logged(post())] } })).toEqual(['I1 doubled']);
  const [message] = messageSent.server.messages;
  expect(harms({ server: { messages: [message, message].flatMap((each) => each ?? []) } })).toEqual(['I1 doubled']);
});

test('finds the same words posted again while the first message was shown as unconfirmed', () => {
  expect(harms({ sends: [{ ...send, repeats: 'send-0' }] })).toEqual(['I1 doubled']);
  expect(harms({ sends: [{ ...send, overrides: 'send-0' }] })).toEqual([]);
});

test('finds a message posted too early, too late, or although it was cancelled', () => {
  expect(harms({ server: { sent: [post({}, 4_000)] } })).toEqual(['I8 wrong content']);
  expect(harms({ server: { sent: [post({}, 700_000)] } })).toContain('I1 wrong state');
  expect(harms({ presses: [press('send', 'send-1'), press('cancel', 'send-1')] })).toContain('I8 wrong content');
});

test('finds a write that no action asks for', () => {
  const put = { ...post(), method: 'PUT', body: null };
  expect(harms({ server: { sent: [post(), { ...put, path: '/leads/api/leads/mass-action' }] } })).toEqual([
    'I8 wrong content',
  ]);
  const retry = { ...put, path: '/flows/api/linkedin-messages/message-1/retry', at: 10_000 };
  const retried = { server: { sent: [post(), retry], seen: [logged(post()), logged(retry)] } };
  expect(harms(retried)).toEqual(['I8 wrong content']);
  expect(harms({ ...retried, presses: [press('try again', 'message-1')] })).toEqual([]);
  expect(harms({ presses: [press('try again', 'message-1')] })).toEqual(['I6 wrong state']);
});

test('finds a message shown as sent that GetSales does not have, or has as another one', () => {
  expect(harms({ server: { messages: [] } })).toEqual(['I6 wrong state']);
  const other = { uuid: 'message-1', contactId: 'contact-2', senderId: 'sender-1', text: 'Hello ' };
  expect(harms({ server: { messages: [other] } })).toEqual(['I6 wrong state']);
});

test('finds two entries shown as one message', () => {
  const second = { ...sent, id: 'send-2' };
  expect(harms({ sends: [send, { ...send, id: 'send-2' }], claims: [sent, second], final: [sent, second] })).toEqual([
    'I6 wrong state',
  ]);
});

test('finds a refusal that GetSales did not make', () => {
  expect(harms(shows('send-1', 'refused'), unsent)).toEqual(['I6 wrong state']);
  expect(harms({ ...shows('send-1', 'refused'), server: { seen: [read({ status: 403 })] } }, unsent)).toEqual([]);
  const refused = { server: { sent: [{ ...post(), answered: 422 }], seen: [logged(post(), { status: 422 })] } };
  expect(harms({ ...shows('send-1', 'refused'), ...refused }, unsent)).toEqual([]);
  expect(harms({ ...shows('send-1', 'refused') })).toContain('I6 wrong state');
});

test('finds an error without a reason', () => {
  const refused = { presses: [press('send', 'send-1', { answer: { at: 1, code: 'refused' } })] };
  expect(harms(refused, unsent)).toEqual(['I6 wrong state']);
  expect(harms({ presses: [press('send', 'send-1', { answer: { at: 1, code: 'busy' } })] }, unsent)).toEqual([
    'I6 wrong state',
  ]);
});

test('finds a press that was never answered', () => {
  expect(harms({ presses: [press('send', 'send-1', { answer: null })] })).toEqual(['I4 error']);
  expect(harms({ presses: [press('send', 'send-1', { answer: null, isLost: true })] })).toEqual([]);
});

test('finds a cancelled or expired message that nobody cancelled and that is not old', () => {
  expect(harms(shows('send-1', 'cancelled'), unsent)).toEqual(['I6 wrong state']);
  const offline = { conditions: { wasOffline: true, faultsEndAt: 590_000 } };
  expect(harms({ ...shows('send-1', 'expired'), ...offline }, unsent)).toEqual(['I6 wrong state']);
  expect(harms({ ...shows('send-1', 'expired', 600_000), ...offline }, unsent)).toEqual([]);
});

test('finds a cancel that is refused in time', () => {
  const late = press('cancel', 'send-1', { at: 3_000, answer: { at: 3_001, code: 'too-late' } });
  const open = { id: 'send-1', at: 0, says: 'open' } as const;
  const claims = { claims: [open, sent], final: [sent] };
  expect(harms({ ...claims, presses: [late] })).toEqual(['I6 wrong state']);
  expect(harms({ ...claims, presses: [{ ...late, at: 5_500 }] })).toEqual([]);
});

test('finds a sent message that is shown as unconfirmed', () => {
  expect(harms(shows('send-1', 'unknown'), unsent)).toEqual(['I6 wrong state']);
  expect(harms(shows('send-1', 'unknown'))).toContain('I6 wrong state');
});

test('allows the answer that a check during the POST found nothing', () => {
  const sending = { id: 'send-1', at: 6_000, says: 'sending' } as const;
  const unknown = { id: 'send-1', at: 8_000, says: 'unknown' } as const;
  const checked = press('check', 'send-1', { at: 6_500, answer: { at: 8_000, code: 'ok' } });
  const claims = [sending, unknown, sent];
  expect(harms({ claims, presses: [...messageSent.presses, checked] })).toEqual([]);
  expect(harms({ claims })).toEqual(['I6 wrong state']);
});

test('finds an entry that was shown and is gone, unless it was erased', () => {
  expect(harms({ final: [] })).toEqual(['I2 lost']);
  expect(harms({ final: [], mayBeErased: (id) => id === 'send-1' })).toEqual([]);
});

test('finds an entry that is still open at the end, or ended hours late', () => {
  expect(harms(shows('send-1', 'open'), unsent)).toEqual(['I6 wrong state']);
  expect(harms({ claims: [{ ...sent, at: 10_000_000 }] })).toEqual(['I6 wrong state']);
});
