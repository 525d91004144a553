import { expect, test } from 'vitest';
import type { AddEvent } from '@/lib/domain/outbox/add-transitions';
import { err, ok } from '@/lib/domain/result';
import { entryIdOf } from '@/lib/outbox/testing/entries';
import { attemptAdd } from './attempt-add';
import { attemptOf, created, upserted, type Given } from './testing/attempt';

const supersededBy: AddEvent = { type: 'superseded', by: entryIdOf(9) };

/** An attempt during whose lookup something else happens to the entry. */
async function attemptWith(event: AddEvent, given: Given) {
  const { deps, entry, outbox, state } = await attemptOf(given);
  const { upsert } = deps.client;
  const lookup = async () => {
    await outbox.applyToAdd(entry.id, event);
    return ok(null);
  };
  const answer = await attemptAdd({ ...deps, client: { upsert, lookup } }, entry);
  return { answer, state };
}

const OUTCOMES: readonly (readonly [string, Given, object])[] = [
  ['done', { upserts: [upserted(created)] }, { value: { effect: 'created', undoUntil: null } }],
  [
    'refused',
    { upserts: [err({ fate: 'not-done', error: { code: 'payment-required' } })] },
    err({ code: 'payment-required' }),
  ],
  [
    'delayed',
    { upserts: [err({ fate: 'not-done', error: { code: 'offline' } })] },
    ok({ effect: 'waiting', error: { code: 'offline' } }),
  ],
];

test.each(OUTCOMES)('an add that was superseded in between stays so when it is %s', async (_name, given, answered) => {
  const { answer, state } = await attemptWith(supersededBy, given);
  expect(answer).toMatchObject(answered);
  expect(await state()).toEqual({ name: 'superseded', by: entryIdOf(9) });
});
