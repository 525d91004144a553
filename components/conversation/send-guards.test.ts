import { describe, expect, it } from 'vitest';
import { aMessage, aSend, mara, messageId, minute, tom } from '@/lib/ui/conversation/testing/panel-fixtures';
import { checkSend, type SendFacts } from './send-guards';

const asMara = { id: mara, name: 'Mara (DE)', enabled: true, canWrite: true };
const fine: SendFacts = {
  session: 'connected',
  senders: [asMara],
  sender: asMara,
  connections: [{ senderId: mara, connected: true, lastMessageAt: null }],
  text: 'Thursday at ten?',
  armed: true,
  messages: [],
  sends: [],
};
const block = (over: Partial<SendFacts>) => checkSend({ ...fine, ...over });

it('A fine message to a connected person may leave', () => {
  expect(checkSend(fine)).toEqual({ kind: 'ready' });
});

describe('Send is off', () => {
  it.each<[string, Partial<SendFacts>, string]>([
    ['without a key', { session: 'disconnected' }, 'not-connected'],
    ['with a refused key', { session: 'rejected' }, 'key-rejected'],
    ['until the session is known', { session: 'asking' }, 'preparing'],
    ['until the senders are known', { senders: null, sender: null }, 'preparing'],
    ['when no sender can write', { senders: [], sender: null }, 'no-senders'],
    ['until a sender is chosen', { sender: null }, 'no-sender'],
    ['without a text', { text: '' }, 'empty'],
    ['with nothing but white space', { text: ' \n\t' }, 'empty'],
    ['in the moment after the recipient changed', { armed: false }, 'just-changed'],
    [
      'while a message as this sender waits to leave',
      { sends: [aSend(1, { name: 'queued', leavesAt: minute(2), heldBy: null })] },
      'queued',
    ],
    ['while a message as this sender is leaving', { sends: [aSend(1, { name: 'dispatching' })] }, 'sending'],
  ])('%s', (_, over, kind) => {
    expect(block(over)).toMatchObject({ kind: 'off', block: { kind } });
  });

  it.each([
    ['{{first_name}}, ten?', '{{first_name}}'],
    ['Hi {{ first name }}', '{{ first name }}'],
    ['Hi {{}}', '{{}}'],
    ['Hi {{имя}} and {{x}}', '{{имя}}'],
  ])('while a variable is left in “%s”', (text, variable) => {
    expect(block({ text })).toEqual({ kind: 'off', block: { kind: 'variable', variable } });
  });

  it.each(['{ not one }', 'if (a) { b }', '{{ open', 'a }} b'])('but not for “%s”', (text) => {
    expect(block({ text })).toEqual({ kind: 'ready' });
  });

  it.each([
    ['8,000 characters', 'x'.repeat(8_000), { kind: 'ready' }],
    ['8,001 characters', 'x'.repeat(8_001), { kind: 'off', block: { kind: 'too-long', over: 1 } }],
    ['8,000 emoji, which are two UTF-16 units each', '🙂'.repeat(8_000), { kind: 'ready' }],
    ['8,002 emoji', '🙂'.repeat(8_002), { kind: 'off', block: { kind: 'too-long', over: 2 } }],
  ])('by UTF-16 units as GetSales counts: %s', (_, text, expected) => {
    expect(block({ text })).toEqual(expected);
  });

  it('not because another sender is writing', () => {
    expect(block({ sends: [aSend(1, { name: 'dispatching' }, { senderId: tom })] })).toEqual({ kind: 'ready' });
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
      'when it was sent a moment ago and is not listed yet',
      { sends: [aSend(3, sent, { text: fine.text })] },
      { kind: 'same-text', at: minute(3) },
    ],
    [
      'when the same text could not be confirmed',
      { sends: [aSend(3, { name: 'unknown', error: { code: 'offline' } }, { text: fine.text })] },
      { kind: 'same-text-unconfirmed' },
    ],
    ['when the sender is not connected with the person', { connections: [] }, { kind: 'not-connected' }],
    [
      'when only another sender is',
      { connections: [{ senderId: tom, connected: true, lastMessageAt: null }] },
      { kind: 'not-connected' },
    ],
  ])('%s', (_, over, warning) => {
    expect(block(over)).toEqual({ kind: 'confirm', warnings: [warning] });
  });

  it('for all reasons at once', () => {
    expect(block({ connections: [], messages: [aMessage(1, { text: fine.text })] })).toMatchObject({
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
    expect(block(over)).toEqual({ kind: 'ready' });
  });
});

describe('what nobody sees is said before it is sent', () => {
  it.each([
    ['a turn of direction', 'abc\u202Edef', ['U+202E']],
    ['zero-width spaces, each once', 'a\u200Bb\u200Bc\uFEFF', ['U+200B', 'U+FEFF']],
    ['a NUL', 'a\u0000', ['U+0000']],
    ['half a character', 'a \uD83D b', ['U+D83D']],
  ])('%s', (_, text, codes) => {
    expect(block({ text })).toEqual({ kind: 'confirm', warnings: [{ kind: 'hidden', codes }] });
  });

  it.each(['👩🏽‍💻 and 🏳️‍🌈', 'می‌خواهم', 'Line one\r\n\tline two', 'שלום'])('spelling is not: %s', (text) => {
    expect(block({ text })).toEqual({ kind: 'ready' });
  });
});
