import type { AppError } from '@/lib/domain/app-error';
import { compareContact } from '@/lib/linkedin/interpret/compare-contact';
import type { Contact } from '@/lib/domain/contact';
import type { AddEntry } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient, WriteFailure } from '@/lib/getsales/client';

/** An upsert may be repeated for the same person (docs/getsales-api.md#upsert): one try and two more when its fate is unknown. */
const TRIES = 3;
const RETRY_STEP_MS = 500;

export interface Upserted {
  readonly contact: Contact;
  /** Server clock at the answer in ms; null when it is not known. */
  readonly serverNowMs: number | null;
}

export interface PersistentUpsertDeps {
  readonly client: GetSalesClient;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * One upsert, repeated while nobody knows whether it arrived. Once an attempt's fate is unknown, only GetSales itself can
 * make the whole known: by an answer, by a refusal, or by having the person on the list.
 */
export function createPersistentUpsert({ client, random, sleep }: PersistentUpsertDeps) {
  /** @param isRepeated an earlier attempt, in a life of the worker before, may have arrived */
  return async (entry: AddEntry, isRepeated: boolean): Promise<Result<Upserted, WriteFailure>> => {
    const { identity, listId, draft } = entry;
    const request = { identity, listId, draft, moveToList: entry.ifPresent === 'move' };
    let isOpen = isRepeated;
    for (let tried = 1; ; tried += 1) {
      const answer = await client.upsert(request);
      if (answer.ok) return answer;
      const failure = answer.error;
      isOpen ||= failure.fate === 'unknown';
      if (failure.fate === 'not-done' && (!isOpen || isRefusal(failure.error))) return answer;
      if (failure.fate === 'not-done' || tried >= TRIES) return look(entry, failure);
      await sleep(random() * RETRY_STEP_MS * 2 ** tried);
    }
  };

  /**
   * Finding the person on the list proves that it arrived. Not finding proves nothing of an attempt whose fate is unknown,
   * but the last one's "no" stands then.
   */
  async function look({ identity, listId }: AddEntry, failure: WriteFailure): Promise<Result<Upserted, WriteFailure>> {
    const found = await client.lookup(identity);
    if (!found.ok) return err({ ...failure, fate: 'unknown' });
    if (found.value?.listId !== listId) return err(failure);
    // Another contact proves nothing about this person.
    if (compareContact(identity, found.value) === 'other') return err(failure);
    return ok({ contact: found.value, serverNowMs: null });
  }
}

/** GetSales read this very request and said no; it would have said so before. */
function isRefusal({ code }: AppError): boolean {
  return code === 'refused' || code === 'not-found';
}
