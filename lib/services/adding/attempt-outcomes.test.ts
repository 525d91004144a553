import { describe, expect, test } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import { ListId } from '@/lib/domain/ids';
import { err, ok } from '@/lib/domain/result';
import { listA, uuidOf } from '@/lib/outbox/testing/entries';
import { contactOf } from '@/lib/domain/testing/contact';
import { attemptAdd } from './attempt-add';
import { attemptOf, created, NOW, serverTime, upserted, type Given } from './testing/attempt';

const offline: AppError = { code: 'offline' };
const listB = ListId.parse(uuidOf(302));
const other = contactOf({ ...created, slug: 'someone-else' });
const mayHaveArrived = { state: { name: 'dispatching', tries: 1, mayHaveArrived: true } } as const;
const earlier = new Date(NOW - 90_000).toISOString();

describe('an answer', () => {
  const unknown = contactOf({ ...created, slug: null });

  test.each<[string, Given, object]>([
    [
      'with another person',
      { upserts: [upserted(other)] },
      {
        effect: 'matched-other',
        undoUntil: null,
        matched: { name: 'Mira Okonkwo', company: null, mayHaveMoved: false },
      },
    ],
    [
      'with another person on the list, after a move',
      { entry: { ifPresent: 'move' }, upserts: [upserted(other)] },
      { effect: 'matched-other', matched: { mayHaveMoved: true } },
    ],
    [
      'with another person on no list, after a move',
      { entry: { ifPresent: 'move' }, upserts: [upserted({ ...other, listId: null })] },
      { matched: { mayHaveMoved: false } },
    ],
    [
      'without ids, of the contact before',
      { lookups: [ok({ ...unknown, listId: null })], upserts: [upserted(unknown)] },
      { effect: 'kept' },
    ],
    [
      'without ids, that a lookup then finds',
      { lookups: [ok(null), ok(unknown)], upserts: [upserted(unknown)] },
      { effect: 'created' },
    ],
    ['without a server clock', { upserts: [upserted(created, null)] }, { effect: 'created', undoUntil: null }],
    [
      'of a contact created just now',
      {},
      { effect: 'created', undoUntil: '2026-11-23T12:00:10.000Z', listId: listA, listName: 'Recruiters' },
    ],
    [
      'of a contact on another list',
      { upserts: [upserted(contactOf({ listId: listB }))] },
      { effect: 'kept', listId: listB, listName: `list ${listB}` },
    ],
    [
      'of a contact on a list whose name is not known',
      { upserts: [upserted(contactOf({ listId: listB }))], listName: err(offline) },
      { effect: 'kept', listId: listB, listName: null },
    ],
    ['of a contact on no list', { upserts: [upserted(contactOf())] }, { effect: 'kept', listId: null, listName: null }],
    [
      'of a contact that another user created',
      { upserts: [upserted({ ...created, createdAt: serverTime(-60_000) })] },
      { effect: 'kept' },
    ],
    [
      'of a contact that another user created since an attempt that was not sent',
      {
        entry: { createdAt: earlier, state: { name: 'dispatching', tries: 1, mayHaveArrived: false } },
        upserts: [upserted({ ...created, createdAt: serverTime(-60_000) })],
      },
      { effect: 'kept' },
    ],
    [
      'of a contact that another user created before an earlier attempt',
      {
        entry: { ...mayHaveArrived, createdAt: earlier },
        upserts: [upserted({ ...created, createdAt: serverTime(-150_000) })],
      },
      { effect: 'kept' },
    ],
    [
      'of a contact found before, without a server clock to judge an earlier attempt by',
      { entry: { ...mayHaveArrived, createdAt: earlier }, lookups: [ok(created)], upserts: [upserted(created, null)] },
      { effect: 'kept' },
    ],
    [
      'of a contact that an earlier attempt created',
      {
        entry: { ...mayHaveArrived, createdAt: earlier },
        upserts: [upserted({ ...created, createdAt: serverTime(-60_000) })],
      },
      { effect: 'created', undoUntil: null },
    ],
  ])('%s', async (_name, given, outcome) => {
    const attempt = await attemptOf(given);
    expect(await attempt.run()).toMatchObject(ok(outcome));
    expect(attempt.steps.slice(-2)).toEqual([`remember ${listA}`, 'changed']);
  });

  test.each([
    ['forward', 3_600_000],
    ['back', -3_600_000],
  ])('of a contact that another user created, while the clock is put %s an hour', async (_way, jump) => {
    const { deps, entry } = await attemptOf();
    const clock = { ms: NOW };
    const upsert: typeof deps.client.upsert = () => {
      clock.ms += jump;
      return Promise.resolve(upserted({ ...created, createdAt: serverTime(-30_000) }));
    };
    const client = { ...deps.client, upsert };
    const answer = await attemptAdd({ ...deps, client, now: () => clock.ms }, entry);
    expect(answer).toMatchObject(ok({ effect: 'kept', undoUntil: null }));
  });

  test('with the person names no other contact', async () => {
    const { run } = await attemptOf();
    const answer = await run();
    expect(answer.ok && answer.value).not.toHaveProperty('matched');
    expect(answer).toHaveProperty('value.effect', 'created');
  });

  test('that cannot be compared waits', async () => {
    const attempt = await attemptOf({ lookups: [ok(null), err(offline)], upserts: [upserted(unknown)] });
    expect(await attempt.run()).toEqual(ok({ effect: 'waiting', error: offline }));
    expect(await attempt.state()).toMatchObject({ name: 'waiting', mayHaveArrived: true });
  });

  test('is kept without Undo when the outbox cannot be written', async () => {
    const attempt = await attemptOf();
    await attempt.outbox.removeAll();
    expect(await attempt.run()).toMatchObject(ok({ effect: 'created', undoUntil: null }));
  });
});
