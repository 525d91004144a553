import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import { describe, expect, it } from 'vitest';
import { aMessage, aSend, mara, messageId, minute, tom } from '@/lib/ui/conversation/testing/examples';
import { checkSend, type SendFacts } from './send-check';

const asMara = { id: mara, name: 'Mara (DE)', enabled: true, canWrite: true };
const fine: SendFacts = {
  session: 'connected',
  senders: [asMara],
  sender: asMara,
  connections: [{ senderId: mara, connected: true, lastMessageAt: null }],
  text: 'Thursday at ten?',
  isRecipientUnchanged: true,
  messages: [],
  sends: [],
};
const check = (over: Partial<SendFacts>) => checkSend({ ...fine, ...over });

it('A plain message to a connected person is ready to send', () => {
  expect(checkSend(fine)).toEqual({ kind: 'ready' });
});

describe('Send is blocked', () => {
  it.each<[string, Partial<SendFacts>, string]>([
    ['without a key', { session: 'disconnected' }, 'not-connected'],
    ['with a refused key', { session: 'rejected' }, 'key-rejected'],
    ['until the session is known', { session: 'asking' }, 'preparing'],
    ['until the senders are known', { senders: null, sender: null }, 'preparing'],
    ['when no sender can write', { senders: [], sender: null }, 'no-senders'],
    ['until a sender is chosen', { sender: null }, 'no-sender'],
    ['without a text', { text: '' }, 'empty'],
    ['with nothing but white space', { text: ' \n\t' }, 'empty'],
    ['just after the recipient changed', { isRecipientUnchanged: false }, 'just-changed'],
    [
      'while a message as this sender is queued',
      { sends: [aSend(1, { name: 'queued', sendAt: minute(2), blockedBy: null })] },
      'queued',
    ],
    ['while a message as this sender is being sent', { sends: [aSend(1, { name: 'dispatching' })] }, 'sending'],
  ])('%s', (_, over, kind) => {
    expect(check(over)).toMatchObject({ kind: 'blocked', blocker: { kind } });
  });

  it.each([
    ['{{first_name}}, ten?', '{{first_name}}'],
    ['Hi {{ first name }}', '{{ first name }}'],
    ['Hi {{}}', '{{}}'],
    ['Hi {{имя}} and {{x}}', '{{имя}}'],
  ])(titleOf('D3', 'a variable in “%s” blocks'), (text, variable) => {
    expect(check({ text })).toEqual({ kind: 'blocked', blocker: { kind: 'variable', variable } });
  });

  it.each(['{ not one }', 'if (a) { b }', '{{ open', 'a }} b'])('but not for “%s”', (text) => {
    expect(check({ text })).toEqual({ kind: 'ready' });
  });

  it.each([
    ['8,000 characters', 'x'.repeat(8_000), { kind: 'ready' }],
    ['8,001 characters', 'x'.repeat(8_001), { kind: 'blocked', blocker: { kind: 'too-long', over: 1 } }],
    ['8,000 emoji, which are two UTF-16 units each', '🙂'.repeat(8_000), { kind: 'ready' }],
    ['8,002 emoji', '🙂'.repeat(8_002), { kind: 'blocked', blocker: { kind: 'too-long', over: 2 } }],
  ])('limits the code points, as GetSales does: %s', (_, text, expected) => {
    expect(check({ text })).toEqual(expected);
  });

  it('not because another sender is sending', () => {
    expect(check({ sends: [aSend(1, { name: 'dispatching' }, { senderId: tom })] })).toEqual({ kind: 'ready' });
  });
});

describe('Send asks first', () => {
  const sent = { name: 'sent', messageId: messageId(1) } as const;
  it.each<[string, Partial<SendFacts>, unknown]>([
    [
      'when the same text is in the thread',
      { messages: [aMessage(1, { text: 'Thursday at ten? \r\n' })] },
      { kind: 'same-text', at: minute(1) },
    ],
    [
      'when it was just sent and is not listed yet',
      { sends: [aSend(3, sent, { text: fine.text })] },
      { kind: 'same-text', at: minute(3) },
    ],
    [
      'when the same text could not be confirmed',
      { sends: [aSend(3, { name: 'unknown', error: { code: 'offline' }, checks: 0 }, { text: fine.text })] },
      { kind: 'same-text-unconfirmed' },
    ],
    ['when the sender is not connected with the person', { connections: [] }, { kind: 'not-connected' }],
    [
      'when only another sender is connected',
      { connections: [{ senderId: tom, connected: true, lastMessageAt: null }] },
      { kind: 'not-connected' },
    ],
  ])('%s', (_, over, warning) => {
    expect(check(over)).toEqual({ kind: 'confirm', warnings: [warning] });
  });

  it('for all reasons at once', () => {
    expect(check({ connections: [], messages: [aMessage(1, { text: fine.text })] })).toMatchObject({
      warnings: [{ kind: 'same-text' }, { kind: 'not-connected' }],
    });
  });

  it.each<[string, Partial<SendFacts>]>([
    ['the person wrote the same', { messages: [aMessage(1, { direction: 'in', text: fine.text })] }],
    [
      'the same text was refused',
      { sends: [aSend(1, { name: 'refused', error: { code: 'busy' } }, { text: fine.text })] },
    ],
    ['a message has no text', { messages: [aMessage(1, { text: null })] }],
  ])('but not because %s', (_, over) => {
    expect(check(over)).toEqual({ kind: 'ready' });
  });
});

describe(titleOf('D1', 'hidden characters are reported before sending'), () => {
  it.each([
    ['a direction override', 'abc\u202Edef', ['U+202E']],
    ['zero-width spaces, each once', 'a\u200Bb\u200Bc\uFEFF', ['U+200B', 'U+FEFF']],
    ['a NUL', 'a\u0000', ['U+0000']],
    ['a lone surrogate', 'a \uD83D b', ['U+D83D']],
  ])('%s', (_, text, codes) => {
    expect(check({ text })).toEqual({ kind: 'confirm', warnings: [{ kind: 'hidden', codes }] });
  });

  it.each(['👩🏽‍💻 and 🏳️‍🌈', 'می‌خواهم', 'Line one\r\n\tline two', 'שלום'])(
    'joiners that a script needs are not reported: %s',
    (text) => {
      expect(check({ text })).toEqual({ kind: 'ready' });
    },
  );
});
