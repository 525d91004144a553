import { sendEntry } from '@/lib/outbox/testing/entries';
import { createOutboxStore } from '@/lib/outbox/outbox';

/** What writing ahead costs: a new message on disk, then its turn from queued to dispatching, ms each. */
export async function writeAhead(times: number): Promise<{ readonly written: number[]; readonly turned: number[] }> {
  const outbox = createOutboxStore().of({ owns: () => true });
  const written: number[] = [];
  const turned: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const entry = sendEntry(n, { state: { name: 'queued', leavesAt: '2026-11-23T12:00:00.000Z', heldBy: null } });
    written.push(await timed(() => outbox.add(entry)));
    turned.push(await timed(() => outbox.changeSend(entry.id, ['queued'], { state: { name: 'dispatching' } })));
  }
  return { written, turned };
}

async function timed(act: () => Promise<{ readonly ok: boolean }>): Promise<number> {
  const begun = performance.now();
  const { ok } = await act();
  if (!ok) throw new Error('The outbox could not be written.');
  return performance.now() - begun;
}
