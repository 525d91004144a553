import type { AddIntent, SendIntent } from '@/lib/domain/intent';
import { ok, type Result } from '@/lib/domain/result';
import type { Journal } from '@/lib/journal/journal';
import type { AddContactService } from './add-contact';
import type { SendMessageService } from './send-message';

/** An interrupted add is carried on within this time; later nobody expects it any more. */
const ADD_TTL_MS = 86_400_000;
/** A move is carried on only while nobody can have moved the person since. */
const MOVE_TTL_MS = 600_000;

export interface RecoveryDeps {
  readonly journal: Journal;
  readonly addContact: Pick<AddContactService, 'resume'>;
  readonly sendMessage: Pick<SendMessageService, 'reconcile'>;
  readonly usable: () => Promise<Result<null>>;
  readonly isOnline: () => boolean;
  readonly now: () => number;
  readonly changed: () => Promise<void>;
}

export interface Recovery {
  /**
   * At every start of the worker, before it hears anybody: messages that were on their way when it died become
   * unconfirmed. Nothing is asked and nothing is sent.
   */
  sweep(): Promise<Result<readonly SendIntent[]>>;
  /** Looks once for the messages that the sweep found. Never sends. */
  lookFor(sends: readonly SendIntent[]): Promise<void>;
  /** Carries on adds that were on their way. `later` while GetSales cannot be asked. */
  carryOnAdds(): Promise<Result<'done' | 'later'>>;
}

/** What to do about a life of the worker that ended in the middle (reliability.md section 3, step 6). */
export function createRecovery(deps: RecoveryDeps): Recovery {
  const { journal, now, changed } = deps;
  const iso = (): string => new Date(now()).toISOString();
  const canAsk = async (): Promise<boolean> => deps.isOnline() && (await deps.usable()).ok;

  function isTooOld({ createdAt, ifPresent }: AddIntent): boolean {
    return now() - Date.parse(createdAt) > (ifPresent === 'move' ? MOVE_TTL_MS : ADD_TTL_MS);
  }

  return {
    async sweep() {
      const left = await journal.dispatching();
      if (!left.ok) return left;
      const sends = left.value.filter((intent) => intent.kind === 'send');
      for (const { id } of sends) {
        const error = { code: 'unconfirmed', intentId: id } as const;
        const settled = await journal.settleSend(id, { name: 'unknown', error }, iso());
        if (!settled.ok) return settled;
      }
      if (sends.length > 0) await changed();
      return ok(sends);
    },
    async lookFor(sends) {
      if (sends.length === 0 || !(await canAsk())) return;
      for (const { id } of sends) await deps.sendMessage.reconcile(id);
    },
    async carryOnAdds() {
      const left = await journal.dispatching();
      if (!left.ok) return left;
      const adds = left.value.filter((intent) => intent.kind === 'add');
      const error = { code: 'unreachable', why: 'network' } as const;
      for (const { id } of adds.filter(isTooOld)) await journal.settleAdd(id, { name: 'unknown', error }, iso());
      const fresh = adds.filter((intent) => !isTooOld(intent));
      if (fresh.length > 0 && !(await canAsk())) return ok('later');
      for (const intent of fresh) await deps.addContact.resume(intent);
      return ok('done');
    },
  };
}
