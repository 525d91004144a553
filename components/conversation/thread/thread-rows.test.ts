import { describe, expect, it } from 'vitest';
import { aMessage, aSend, entryId, mara, messageId, minute, tom } from '@/lib/ui/conversation/testing/examples';
import { threadRows } from './thread-rows';

const asOf = minute(20);
const sent = { name: 'sent', messageId: messageId(9) } as const;
const unknown = { name: 'unknown', error: { code: 'offline' }, checks: 0 } as const;

const keys = (rows: ReturnType<typeof threadRows>) => rows.map(({ key }) => key);
const stages = (rows: ReturnType<typeof threadRows>) => rows.flatMap((row) => (row.kind === 'send' ? [row.stage] : []));

describe('the thread', () => {
  it('names a day once, above its first row, in the user’s time zone', () => {
    const noon = (day: number) => new Date(2026, 10, day, 12).toISOString();
    const on = (n: number, day: number) => aMessage(n, { sentAt: noon(day) });
    const rows = threadRows([on(1, 16), on(2, 16), on(3, 17)], [], asOf, null);
    expect(rows.map(({ day }) => day)).toEqual([noon(16), null, noon(17)]);
  });

  it('names no day above a message without a time', () => {
    const [row] = threadRows([aMessage(1, { sentAt: null, createdAt: null })], [], asOf, null);
    expect(row?.day).toBeNull();
  });

  it('shows a message that is being sent at its end', () => {
    const rows = threadRows([aMessage(1)], [aSend(10, { name: 'dispatching' })], asOf, null);
    expect(keys(rows)).toEqual([messageId(1), entryId(10)]);
    expect(stages(rows)).toEqual(['sending']);
  });

  it('shows a queued message at its end, where it can be cancelled', () => {
    const queued = { name: 'queued', sendAt: minute(11), blockedBy: null } as const;
    expect(stages(threadRows([aMessage(1)], [aSend(10, queued)], asOf, null))).toEqual(['queued']);
  });

  it('offers no Undo without a delay, unless a message waits for a connection', () => {
    const atOnce = { name: 'queued', sendAt: minute(10), blockedBy: null } as const;
    expect(stages(threadRows([], [aSend(10, atOnce)], asOf, null))).toEqual(['sending']);
    const held = { ...atOnce, blockedBy: { code: 'offline' } } as const;
    expect(stages(threadRows([], [aSend(10, held)], asOf, null))).toEqual(['queued']);
  });

  it('shows an old unconfirmed message at its end', () => {
    const rows = threadRows([aMessage(5), aMessage(8)], [aSend(1, unknown)], asOf, null);
    expect(keys(rows)).toEqual([messageId(5), messageId(8), entryId(1)]);
    expect(stages(rows)).toEqual(['unconfirmed']);
  });

  it('shows an unconfirmed message before any page has loaded', () => {
    expect(stages(threadRows([], [aSend(1, unknown)], null, null))).toEqual(['unconfirmed']);
  });

  it('shows an accepted message until GetSales lists it, then only that', () => {
    expect(stages(threadRows([], [aSend(19, sent)], asOf, null))).toEqual(['accepted']);
    expect(keys(threadRows([aMessage(9)], [aSend(19, sent)], asOf, null))).toEqual([messageId(9)]);
  });

  it.each([
    ['was sent long ago and is on an older page', aSend(1, sent), []],
    ['was refused: the composer says why', aSend(19, { name: 'refused', error: { code: 'busy' } }), []],
    ['was cancelled', aSend(19, { name: 'cancelled', why: 'by-user' }), []],
    ['was written by another sender than the one shown', aSend(19, unknown, { senderId: tom }), []],
  ] as const)('leaves out a message that %s', (_, send, expected) => {
    expect(threadRows([], [send], asOf, mara)).toEqual(expected);
  });

  it('drops an unconfirmed message that was sent again', () => {
    const again = aSend(19, { name: 'dispatching' }, { overrides: entryId(1) });
    expect(stages(threadRows([], [aSend(1, unknown), again], asOf, null))).toEqual(['sending']);
  });
});
