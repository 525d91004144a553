import type { AccountId, PendingCounts } from '@/lib/domain/account';
import type { Result } from '@/lib/domain/result';
import type { InputOf, MessageName, OutputOf } from '@/lib/messaging/protocol';
import { total } from '@/lib/services/account/pending-counts';
import { OWNER, type UsedKey, type AccountName } from './accounts';

/** From this request number on, only these keys may be used. */
export interface KeyPeriod {
  readonly from: number;
  readonly keys: readonly UsedKey[];
}

/** Sends a page's message to the worker; null when the worker died before it answered. */
export type AskOrNull = <N extends MessageName>(name: N, input: InputOf<N>) => Promise<Result<OutputOf<N>> | null>;

export interface KeyChangesDeps {
  readonly keys: Readonly<Record<UsedKey, string>>;
  readonly accountNameOf: (account: AccountId) => AccountName | null;
  readonly accountOf: (owner: AccountName) => AccountId;
  readonly pageOf: (account: AccountId | null) => AskOrNull;
  /** Number of requests sent so far. */
  readonly sentCount: () => number;
  /** How often records have been erased so far. */
  readonly erasures: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** Milliseconds since the run began. */
  readonly now: () => number;
  readonly note: (line: string) => void;
}

/** A planned change of the key. */
export interface KeyAction {
  readonly do: 'paste a key' | 'sign out';
  readonly key: UsedKey;
  /** Whether the user confirms; otherwise they cancel. */
  readonly agrees: boolean;
  /** How long the user reads what would be lost before confirming. */
  readonly readsMs: number;
  /** Whether the user retries when the worker did not answer. */
  readonly insists: boolean;
}

/** The user's key changes, one after another, and the expectations that follow from them. */
export interface KeyChanges {
  readonly perform: (action: KeyAction) => Promise<void>;
  /** Pastes the newest key again. */
  readonly pasteAgain: () => Promise<void>;
  /** The connected account as far as the user knows; null for none. */
  readonly current: () => AccountName | null;
  /** The previously connected account; null when there was none. */
  readonly former: () => AccountName | null;
  /** The newest key in use. */
  readonly newest: () => UsedKey;
  /** When it was connected, and when the user began to paste a key. */
  readonly connectedAt: () => number;
  readonly pastes: () => readonly number[];
  /** Number of losses that the user confirmed in the newest action. */
  readonly agreed: () => number;
  /** The same for all actions together. */
  readonly agreedInAll: () => number;
  readonly keyPeriods: () => readonly KeyPeriod[];
  /** Whether this account has not been connected at any time since the period with this index. */
  readonly isExcludedSince: (owner: AccountName, index: number) => boolean;
  /** Number of writes reported as in flight. */
  readonly reported: () => number;
  /** Changes that happened although the user cancelled. */
  readonly changedAnyway: () => readonly string[];
}

const TRIES = 4;

export function totalOf(counts: PendingCounts | null): number {
  return counts === null ? 0 : total(counts);
}

export function createKeyChanges(deps: KeyChangesDeps): KeyChanges {
  const { keys, note } = deps;
  const keyPeriods: KeyPeriod[] = [{ from: 0, keys: ['main'] }];
  const changedAnyway: string[] = [];
  let newest: UsedKey = 'main';
  let connectedAt = -Infinity;
  const pastes: number[] = [];
  let current: AccountName | null = 'main';
  let former: AccountName | null = null;
  let agreed = 0;
  let reported = 0;
  let agreedBefore = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const allowed = (): readonly UsedKey[] => keyPeriods.at(-1)?.keys ?? [];
  const allow = (...names: readonly UsedKey[]): void =>
    void keyPeriods.push({ from: deps.sentCount(), keys: [...new Set(names)] });
  const page = (owner: AccountName | null): AskOrNull => deps.pageOf(owner === null ? null : deps.accountOf(owner));

  function become(owner: AccountName | null): void {
    if (owner !== current && current !== null) former = current;
    current = owner;
  }

  /** Updates the expectations from a newly opened page, after an action without an answer. */
  async function updateFromPage(before: readonly UsedKey[], pasted: UsedKey | null): Promise<void> {
    await deps.pause(3_000);
    const session = await page(null)('session.get', {});
    if (session?.ok !== true) return;
    // An unknown id is that of the pasted key, whose user could not be read.
    const pastedBy = pasted === null ? current : OWNER[pasted];
    const isConnected = session.value.state !== 'disconnected';
    const owner = isConnected ? (deps.accountNameOf(session.value.account.id) ?? pastedBy) : null;
    if (pasted !== null && owner === OWNER[pasted]) newest = pasted;
    note(`the page says: ${owner ?? 'no account'} is connected`);
    become(owner);
    allow(...[...before, ...(pasted === null ? [] : [pasted])].filter((name) => OWNER[name] === owner));
  }

  /** False when there was no answer. */
  async function paste({ key, agrees, readsMs }: KeyAction): Promise<boolean> {
    pastes.push(deps.now());
    const before = allowed();
    const erasures = deps.erasures();
    for (let confirmed: PendingCounts | null = null; ;) {
      allow(...before, key);
      agreed = totalOf(confirmed);
      note(`pastes ${key}, agrees to ${confirmed === null ? 'nothing' : JSON.stringify(confirmed)}`);
      const answer: Result<OutputOf<'session.connect'>> | null = await page(current)('session.connect', {
        key: keys[key],
        confirmed,
      });
      note(`answer: ${answer === null ? 'none' : answer.ok ? answer.value.state : answer.error.code}`);
      if (answer === null) {
        await updateFromPage(before, key);
        return false;
      }
      if (!answer.ok) {
        allow(...before);
        return true;
      }
      if (answer.value.state === 'connected') {
        allow(key);
        newest = key;
        connectedAt = deps.now();
        become(OWNER[key]);
        return true;
      }
      allow(...before);
      if (!agrees) {
        const session = await page(current)('session.get', {});
        const isSame = session?.ok !== true || isOf(session.value, current);
        if (!isSame) changedAnyway.push(`another account after cancelling the paste of ${key}`);
        if (deps.erasures() !== erasures)
          changedAnyway.push(`records were erased before the paste of ${key} was agreed to`);
        return true;
      }
      await deps.pause(readsMs);
      confirmed = answer.value.pending;
    }
  }

  /** Whether this account is connected. An id that no account of the run has is that of a key whose user could not be read. */
  function isOf(session: OutputOf<'session.get'>, owner: AccountName | null): boolean {
    if (session.state === 'disconnected') return owner === null;
    return owner !== null && (deps.accountNameOf(session.account.id) ?? owner) === owner;
  }

  async function signOut({ agrees, readsMs }: KeyAction): Promise<boolean> {
    const before = allowed();
    const first = await page(current)('session.pending', {});
    if (first === null) {
      await updateFromPage(before, null);
      return false;
    }
    note(`signing out would lose ${JSON.stringify(first)}`);
    if (!agrees) return true;
    await deps.pause(readsMs);
    for (let confirmed = first.ok ? first.value : null; ;) {
      agreed = confirmed === null ? Infinity : totalOf(confirmed);
      const answer: Result<OutputOf<'session.signOut'>> | null = await page(current)('session.signOut', { confirmed });
      note(`answer: ${JSON.stringify(answer)}`);
      if (answer === null) {
        await updateFromPage(before, null);
        return false;
      }
      if (!answer.ok) return true;
      if (answer.value.state === 'signed-out') {
        reported += answer.value.inFlight.length;
        allow();
        become(null);
        return true;
      }
      confirmed = answer.value.pending;
    }
  }

  async function perform(action: KeyAction): Promise<void> {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      agreedBefore += agreed;
      agreed = 0;
      const isOver = action.do === 'sign out' ? await signOut(action) : await paste(action);
      if (isOver || !action.insists) return;
    }
  }

  const runExclusive = (action: KeyAction): Promise<void> => {
    const turn = queue.then(() => perform(action));
    queue = turn.catch(() => undefined);
    return turn;
  };

  return {
    perform: runExclusive,
    pasteAgain: () => runExclusive({ do: 'paste a key', key: newest, agrees: true, readsMs: 0, insists: true }),
    current: () => current,
    former: () => former,
    newest: () => newest,
    connectedAt: () => connectedAt,
    pastes: () => pastes,
    agreed: () => agreed,
    agreedInAll: () => agreedBefore + agreed,
    keyPeriods: () => keyPeriods,
    isExcludedSince: (owner, index) =>
      keyPeriods.slice(index).every((period) => period.keys.every((name) => OWNER[name] !== owner)),
    reported: () => reported,
    changedAnyway: () => changedAnyway,
  };
}
