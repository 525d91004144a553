import { describe, expect, test, vi } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { err, ok } from '@/lib/domain/result';
import { addEntry, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { contactOf } from '@/lib/domain/testing/contact';
import {
  NOW,
  iso,
  lost,
  forbidden,
  network,
  offline,
  remove,
  done,
  undoing,
  REMOVE,
  undoOf,
  type Given,
} from './testing/undo';

describe('an interrupted undo', () => {
  test.each<[string, Given, object, readonly string[], string]>([
    ['is sent once more', { entries: [undoing(remove)] }, ok(null), [REMOVE, 'changed'], 'undone'],
    [
      'ends when it was performed',
      { entries: [undoing(remove)], contacts: [ok(null)] },
      ok(null),
      ['changed'],
      'undone',
    ],
    [
      'is given up when the contact has changed',
      { entries: [undoing(remove)], contacts: [ok(contactOf())] },
      ok(null),
      ['changed'],
      'done',
    ],
    [
      'is given up after a message to the contact',
      { entries: [undoing(remove), sendEntry(2, { state: { name: 'sent', messageId: messageIdOf(3) } })] },
      ok(null),
      ['changed'],
      'done',
    ],
    [
      'is given up after ten minutes',
      { entries: [undoing(remove, { settledAt: iso(NOW - 600_001) })] },
      ok(null),
      ['changed'],
      'done',
    ],
    [
      'is given up when the clock was set back by more',
      { entries: [undoing(remove, { settledAt: iso(NOW + 600_001) })] },
      ok(null),
      ['changed'],
      'done',
    ],
    [
      'is sent for ten minutes',
      { entries: [undoing(remove, { settledAt: iso(NOW - 600_000) })] },
      ok(null),
      [REMOVE, 'changed'],
      'undone',
    ],
    [
      'stays open when the contact cannot be read',
      { entries: [undoing(remove)], contacts: [offline] },
      offline,
      [],
      'undoing',
    ],
    [
      'stays open when its request gets lost',
      { entries: [undoing(remove)], writes: [lost] },
      network,
      [REMOVE],
      'undoing',
    ],
    [
      'stays open when its request is refused, which says nothing of the first',
      { entries: [undoing(remove)], writes: [forbidden] },
      err({ code: 'forbidden', by: 'api' }),
      [REMOVE],
      'undoing',
    ],
    ['that has ended needs nothing', { entries: [done(remove)] }, ok(null), [], 'done'],
  ])('%s', async (_name, given, answer, steps, state) => {
    const undo = await undoOf(given);
    const entry = undoing(remove);
    expect(await undo.service.resume(entry)).toEqual(answer);
    expect(undo.steps).toEqual(steps);
    expect(await undo.state()).toBe(state);
  });

  test('is resumed by the user’s click', async () => {
    const undo = await undoOf({ entries: [undoing(remove)] });
    expect(await undo.undo()).toEqual(ok(null));
    expect(undo.steps).toEqual([REMOVE, 'changed']);
  });

  test('is resumed before an add for the person, and for no other', async () => {
    const { identity } = addEntry(1);
    const another = LinkedInIdentity.parse({ slug: 'someone-else', memberId: null, salesId: null });
    const undo = await undoOf({ entries: [undoing(remove)], writes: [lost, ok(null)] });
    expect(await undo.service.resumeFor(another)).toEqual(ok(null));
    expect(undo.steps).toEqual([]);
    expect(await undo.service.resumeFor(identity)).toEqual(network);
    expect(await undo.service.resumeFor(identity)).toEqual(ok(null));
    expect(await undo.state()).toBe('undone');
  });
});

test('a second click is busy while the first is carried out', async () => {
  const undo = await undoOf({ entries: [done(remove)] });
  expect(await Promise.all([undo.undo(), undo.undo()])).toEqual([ok(null), err({ code: 'busy' })]);
});

test('nothing is undone when the outbox cannot be read', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const { undo, service, steps } = await undoOf({ entries: [] });
  const unavailable = { ok: false, error: { code: 'storage-unavailable' } };
  expect(await undo()).toMatchObject(unavailable);
  expect(await service.resume(undoing(remove))).toMatchObject(unavailable);
  expect(await service.resumeFor(addEntry(1).identity)).toMatchObject(unavailable);
  expect(steps).toEqual([]);
});
