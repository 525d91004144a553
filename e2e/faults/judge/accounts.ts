import { ACCOUNTS, isUsedKey, OWNER, WORKSPACE, type AccountName } from '../accounts';
import type { Breach } from './breach';
import type { KeyPeriod } from '../key-changes';

/** A request with the name of its key; null for an unknown key. */
export interface KeyedRequest {
  readonly keyName: string | null;
  readonly path: string;
}

export interface SeenByGetSales extends KeyedRequest {
  /** The workspace of that key. */
  readonly workspace: string | null;
  /** Path, query and body. */
  readonly what: string;
}

/** Records that were erased. */
export interface Erasure {
  /** Unfinished entries and unsent drafts among them. */
  readonly open: number;
  /** How many the user had agreed to lose. */
  readonly agreed: number;
}

/** An answer to a page of a former account: an error's code, or `ok`. */
export interface StaleAnswer {
  readonly what: string;
  readonly code: string;
}

/** Facts about keys and accounts at the end of a run. */
export interface AccountFacts {
  /** In GetSales' own log. */
  readonly seen: readonly SeenByGetSales[];
  /** Requests in the order in which they were sent. */
  readonly sent: readonly KeyedRequest[];
  readonly keyPeriods: readonly KeyPeriod[];
  /** Ids, texts and names that belong to one account only. */
  readonly ownData: Readonly<Record<AccountName, readonly string[]>>;
  readonly staleAnswers: readonly StaleAnswer[];
  readonly changedAnyway: readonly string[];
  readonly erasures: readonly Erasure[];
  /** Writes reported as in flight at a sign-out. */
  readonly reported: number;
  /** The connected account at the end; null for none. */
  readonly connected: AccountName | null;
  /** All stored data outside of the vault at the end, as text. */
  readonly atRest: string;
  /** Whether the vault holds a key at the end. */
  readonly hasKey: boolean;
}

/** A key is checked with requests below this path, sent with that key. */
const CHECKS = '/id/api/';
const REFUSALS: readonly string[] = ['key-replaced', 'not-connected', 'key-rejected', 'unexpected'];

const breach = (what: string): Breach => ({ harm: 'wrong account', invariant: 'I7', what });

/** I7: an entry is carried out with a key of its own account or not at all, and erasures were agreed to. */
export function judgeAccounts(facts: AccountFacts): readonly Breach[] {
  return [
    ...withWrongKey(facts),
    ...sentWithExcludedKey(facts),
    ...facts.staleAnswers
      .filter(({ code }) => !REFUSALS.includes(code))
      .map(({ what, code }) => breach(`a page of a former account was answered ${code} to ${what}`)),
    ...facts.changedAnyway.map(breach),
    ...erasedWithoutConsent(facts),
    ...otherAccountData(facts),
  ];
}

/** Requests with data of one account and the key of another. */
function withWrongKey({ seen, ownData }: AccountFacts): readonly Breach[] {
  return seen.flatMap(({ workspace, keyName, path, what }) =>
    ACCOUNTS.filter((owner) => workspace !== WORKSPACE[owner] && ownData[owner].some((own) => what.includes(own))).map(
      (owner) => breach(`${path} of ${owner} carried the key ${keyName ?? 'of no account'}`),
    ),
  );
}

function sentWithExcludedKey({ sent, keyPeriods }: AccountFacts): readonly Breach[] {
  return sent.flatMap(({ keyName, path }, index) => {
    const period = keyPeriods.findLast(({ from }) => from <= index);
    const isAllowed = isUsedKey(keyName) && period?.keys.includes(keyName) === true;
    if (isAllowed || path.startsWith(CHECKS)) return [];
    return [
      breach(
        `${path} was sent with ${keyName ?? 'an unknown key'} while only [${period?.keys.join() ?? ''}] was in use`,
      ),
    ];
  });
}

function erasedWithoutConsent({ erasures, reported }: AccountFacts): readonly Breach[] {
  const tooMany = erasures.reduce((sum, { open, agreed }) => sum + Math.max(0, open - agreed), 0);
  return tooMany > reported
    ? [{ harm: 'lost', invariant: 'I7', what: `${tooMany} open entries were erased without the user's consent` }]
    : [];
}

/** At the end, only data of the connected account is stored. */
function otherAccountData({ connected, atRest, ownData, hasKey, keyPeriods }: AccountFacts): readonly Breach[] {
  const others = ACCOUNTS.filter((owner) => owner !== connected && ownData[owner].some((own) => atRest.includes(own)));
  const allowed = keyPeriods.at(-1)?.keys ?? [];
  const isWrong = connected !== null && !allowed.some((name) => OWNER[name] === connected);
  return [
    ...others.map((owner) => breach(`${connected ?? 'no account'} is connected, and data of ${owner} is still stored`)),
    ...(connected === null && hasKey ? [breach('no account is connected, and the vault holds a key')] : []),
    ...(isWrong ? [breach(`${connected} is connected against the user's choice`)] : []),
  ];
}
