import type { AddIntent } from '@/lib/domain/intent';
import { ok, type Result } from '@/lib/domain/result';
import type { Journal } from '@/lib/journal/journal';

export interface SweepDeps {
  readonly journal: Journal;
  readonly now: () => number;
  readonly changed: () => Promise<void>;
}

/**
 * At every start of the worker, before it hears anybody: what was on its way when it died. A message becomes unconfirmed
 * and is never sent again by itself.
 *
 * @returns the adds that were on their way, to be carried on: repeating them does nothing twice
 */
export async function sweep({ journal, now, changed }: SweepDeps): Promise<Result<readonly AddIntent[]>> {
  const left = await journal.dispatching();
  if (!left.ok) return left;
  for (const intent of left.value.filter((each) => each.kind === 'send')) {
    const error = { code: 'unconfirmed', intentId: intent.id } as const;
    await journal.settleSend(intent.id, { name: 'unknown', error }, new Date(now()).toISOString());
  }
  if (left.value.length > 0) await changed();
  return ok(left.value.filter((each) => each.kind === 'add'));
}
