import type { World } from '@/e2e/support/worker';
import type { Conditions } from '../judge/facts';

/**
 * What else happened in a world, as far as it shows there: a test says itself when it makes the storage fail. A worker with
 * locks of its own replaces one that was killed.
 */
export function conditionsOf(
  { sandbox, storage, asked, requested, started, wasOffline }: World,
  hadStorageFaults: boolean,
): Conditions {
  const changes = started.map(({ change }) => change);
  const seen = sandbox.control.requests();
  const killTimes = started.flatMap(({ at, change }) => (change.locks === undefined ? [] : [at]));
  const sentTimes = new Set(requested.map(({ at }) => at));
  const hasSameClock = seen.every(({ at }) => sentTimes.has(at));
  const sessions = asked.filter(({ name }) => name === 'session.connect' || name === 'session.signOut');
  const pastes = sessions.filter(({ name }) => name === 'session.connect').map(({ at }) => at);
  const hasKey = sessions.at(-1)?.name === 'session.connect';
  const saysRejected = storage.dump('local')['keyRejected'] === true;
  return {
    // A test ends when it has seen what it is about.
    faultsEndAt: Infinity,
    kills: killTimes.length,
    killTimes,
    hadFaults:
      changes.some(({ fetch }) => fetch !== undefined) ||
      seen.some(({ faulted }) => faulted) ||
      requested.some(({ answered }) => answered === null || answered >= 400),
    wasOffline: wasOffline() || changes.some(({ isOnline }) => isOnline !== undefined),
    changedKeys: sessions.length > 1,
    hadStorageFaults,
    isClockSteady: changes.every(({ now }) => now === undefined),
    isTimed: hasSameClock && changes.every(({ sleep }) => sleep === undefined),
    hasSecondWorker: false,
    isConnected: hasKey && !saysRejected,
    isRejected: seen.some(({ at, status }) => status === 401 && at >= (pastes.at(-1) ?? 0)),
    session: !hasKey ? 'disconnected' : saysRejected ? 'rejected' : 'connected',
    pastes,
    hadWrongDates: !hasSameClock,
  };
}

/** How long a message can be cancelled. */
export function cancelPeriodIn({ storage }: World): number {
  const seconds = storage.dump('local')['undoSeconds'];
  return (typeof seconds === 'number' ? seconds : 5) * 1_000;
}
