import { sendEntry } from '@/lib/outbox/testing/entries';
import { createOutboxStore } from '@/lib/outbox/outbox';

const DISPATCHED = { type: 'dispatched', baseline: [], skewMs: 0, dispatchedAt: '2026-11-23T12:00:05.000Z' } as const;

/** Milliseconds to add a message to the outbox, and to change it from queued to dispatching, for each of `times` messages. */
export async function writeAhead(times: number): Promise<{ readonly added: number[]; readonly changed: number[] }> {
  const outbox = createOutboxStore(Date.now).of({ owns: () => true });
  const added: number[] = [];
  const changed: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const entry = sendEntry(n, { state: { name: 'queued', sendAt: '2026-11-23T12:00:00.000Z', blockedBy: null } });
    added.push(await timed(() => outbox.add(entry)));
    changed.push(await timed(() => outbox.applyToSend(entry.id, DISPATCHED)));
  }
  return { added, changed };
}

async function timed(change: () => Promise<{ readonly ok: boolean }>): Promise<number> {
  const start = performance.now();
  const { ok } = await change();
  if (!ok) throw new Error('The outbox could not be written.');
  return performance.now() - start;
}
