import { sendingWorld, type SendingWorld } from '@/e2e/support/sending';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';

const full = { code: 'storage-unavailable', trouble: 'quota' } as const;
let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Makes every change of stored records fail. */
function fillDisk(): void {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
}

test('a message whose dispatch cannot be recorded stays queued, and is sent once when there is room', async () => {
  fillDisk();
  const answer = await world.worker.ask('message.send', world.sendOf());
  expect(answer).toMatchObject(ok({ state: 'queued', blockedBy: full }));
  await world.worker.services.recovery.processDue(false);
  expect(await world.worker.ask('message.send', world.sendOf())).toEqual(err({ code: 'busy' }));
  vi.restoreAllMocks();
  expect(world.posts()).toEqual([]);
  world.pass(31_000);
  await world.worker.services.recovery.processDue(false);
  expect(await world.states()).toMatchObject([{ name: 'sent' }]);
  expect(world.onServer()).toHaveLength(1);
});

test('a disk that stays full does not cause requests every second', async () => {
  fillDisk();
  await world.worker.ask('message.send', world.sendOf());
  await world.worker.services.recovery.processDue(false);
  world.sandbox.control.clearRequests();
  world.pass(29_000);
  await world.worker.services.recovery.processDue(false);
  expect(world.sandbox.control.requests()).toEqual([]);
});

test('a message whose outcome could not be recorded is looked for, found, and does not block the next one', async () => {
  const { outbox } = await world.worker.current();
  const write = outbox.applyToSend.bind(outbox);
  vi.spyOn(outbox, 'applyToSend').mockImplementationOnce(write).mockResolvedValueOnce(err(full));
  expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'sent' }));
  await world.worker.services.recovery.processDue(false);
  world.pass(1_000);
  await world.worker.services.recovery.processDue(false);
  expect(await world.states()).toMatchObject([{ name: 'sent' }]);
  expect(await world.worker.ask('message.send', world.sendOf({ text: 'And this' }))).toMatchObject(
    ok({ state: 'sent' }),
  );
});

test('a queued message expires after ten minutes, also without a connection', async () => {
  world.setOnline(false);
  expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'queued' }));
  world.pass(600_001);
  await world.worker.services.recovery.processDue(false);
  expect(await world.states()).toMatchObject([{ name: 'cancelled', why: 'expired' }]);
  expect(await world.worker.ask('message.send', world.sendOf({ text: 'And this' }))).toMatchObject(
    ok({ state: 'queued' }),
  );
});
