import type { AppError } from '@/lib/domain/app-error';
import { compareContact } from '@/lib/linkedin/interpret/compare-contact';
import type { Contact } from '@/lib/domain/contact';
import type { AddEntry } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { WriteFailure } from '@/lib/getsales/write-failure';

/** An upsert may be repeated for the same person (docs/getsales-api.md#upsert): up to three attempts while the outcome is unknown. */
const ATTEMPTS = 3;
const RETRY_STEP_MS = 500;

export interface Upserted {
  readonly contact: Contact;
  /** Server clock at the answer in ms; null when it is not known. */
  readonly serverNowMs: number | null;
}

export interface UpsertDeps {
  readonly client: GetSalesClient;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Repeats an upsert while it is unknown whether it arrived. After one attempt with an unknown outcome, only GetSales can
 * settle the add: by an answer, by a refusal, or by having the person on the list.
 */
export function createUpsertUntilKnown({ client, random, sleep }: UpsertDeps) {
  /** @param isRepeated an attempt before this call may have arrived */
  return async (entry: AddEntry, isRepeated: boolean): Promise<Result<Upserted, WriteFailure>> => {
    const { identity, listId, draft } = entry;
    const request = { identity, listId, draft, moveToList: entry.ifPresent === 'move' };
    let mayHaveArrived = isRepeated;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await client.upsert(request);
      if (answer.ok) return answer;
      const failure = answer.error;
      mayHaveArrived ||= failure.fate === 'unknown';
      if (failure.fate === 'not-done' && (!mayHaveArrived || isRefusal(failure.error))) return answer;
      if (failure.fate === 'not-done' || attempt >= ATTEMPTS) return lookForPerson(entry, failure);
      await sleep(random() * RETRY_STEP_MS * 2 ** attempt);
    }
  };

  /** Finding the person on the list proves that the upsert arrived. Not finding them proves nothing, so the last failure stays. */
  async function lookForPerson(
    { identity, listId }: AddEntry,
    failure: WriteFailure,
  ): Promise<Result<Upserted, WriteFailure>> {
    const found = await client.lookup(identity);
    if (!found.ok) return err({ ...failure, fate: 'unknown' });
    if (found.value?.listId !== listId) return err(failure);
    // Another contact proves nothing about this person.
    if (compareContact(identity, found.value) === 'other') return err(failure);
    return ok({ contact: found.value, serverNowMs: null });
  }
}

/** GetSales read this request and refused it; it would have refused an earlier attempt as well. */
function isRefusal({ code }: AppError): boolean {
  return code === 'refused' || code === 'not-found';
}
