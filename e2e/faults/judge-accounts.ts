import { ACCOUNTS, isUsedKey, OWNER, WORKSPACE, type Who } from './accounts';
import type { Breach } from './breach';
import type { Era } from './keyring';

/** A request, with the name of the key that it carried; null for none that is known. */
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
  /** Acts among them that had not come to their end, and unsent texts. */
  readonly open: number;
  /** How much the user had agreed to lose. */
  readonly agreed: number;
}

/** What a page of a former account was answered: an error's code, or `ok`. */
export interface StaleAnswer {
  readonly what: string;
  readonly code: string;
}

/** What is known about keys and accounts at the end of a run. */
export interface AccountFacts {
  /** In GetSales' own log. */
  readonly seen: readonly SeenByGetSales[];
  /** In the order in which they left this browser. */
  readonly left: readonly KeyedRequest[];
  readonly eras: readonly Era[];
  /** Ids, texts and names that belong to one account only. */
  readonly marks: Readonly<Record<Who, readonly string[]>>;
  readonly staleAnswers: readonly StaleAnswer[];
  readonly changedAnyway: readonly string[];
  readonly erasures: readonly Erasure[];
  /** Writes that were reported to have been on the wire at a sign-out. */
  readonly reported: number;
  /** Who is connected at rest; null for none. */
  readonly connected: Who | null;
  /** What lies in this browser at rest outside of the vault, as text. */
  readonly atRest: string;
  /** Whether a key lies in the vault at rest. */
  readonly hasKey: boolean;
}

/** Checking a key asks only here, and with the key that is checked. */
const CHECKS = '/id/api/';
const REFUSALS: readonly string[] = ['key-replaced', 'not-connected', 'key-rejected', 'unexpected'];

const breach = (what: string): Breach => ({ harm: 'wrong account', invariant: 'I7', what });

/** I7: every act is carried out with a key of its own account or not at all, and what is erased was agreed to. */
export function judgeAccounts(facts: AccountFacts): readonly Breach[] {
  return [
    ...strayed(facts),
    ...leftUnderOtherKeys(facts),
    ...facts.staleAnswers
      .filter(({ code }) => !REFUSALS.includes(code))
      .map(({ what, code }) => breach(`a page of a former account was answered ${code} to ${what}`)),
    ...facts.changedAnyway.map(breach),
    ...lostSilently(facts),
    ...leftBehind(facts),
  ];
}

/** Requests that speak of one account and carried a key of another. */
function strayed({ seen, marks }: AccountFacts): readonly Breach[] {
  return seen.flatMap(({ workspace, keyName, path, what }) =>
    ACCOUNTS.filter((who) => workspace !== WORKSPACE[who] && marks[who].some((mark) => what.includes(mark))).map(
      (who) => breach(`${path} of ${who} carried the key ${keyName ?? 'of no account'}`),
    ),
  );
}

function leftUnderOtherKeys({ left, eras }: AccountFacts): readonly Breach[] {
  return left.flatMap(({ keyName, path }, index) => {
    const era = eras.findLast(({ from }) => from <= index);
    const isAllowed = isUsedKey(keyName) && era?.keys.includes(keyName) === true;
    if (isAllowed || path.startsWith(CHECKS)) return [];
    return [
      breach(`${path} left with ${keyName ?? 'an unknown key'} while only [${era?.keys.join() ?? ''}] was in use`),
    ];
  });
}

function lostSilently({ erasures, reported }: AccountFacts): readonly Breach[] {
  const tooMany = erasures.reduce((sum, { open, agreed }) => sum + Math.max(0, open - agreed), 0);
  return tooMany > reported
    ? [{ harm: 'lost', invariant: 'I7', what: `${tooMany} open acts were erased that the user had not agreed to lose` }]
    : [];
}

/** At rest only what belongs to the connected account lies here. */
function leftBehind({ connected, atRest, marks, hasKey, eras }: AccountFacts): readonly Breach[] {
  const others = ACCOUNTS.filter((who) => who !== connected && marks[who].some((mark) => atRest.includes(mark)));
  const allowed = eras.at(-1)?.keys ?? [];
  const isWrong = connected !== null && !allowed.some((name) => OWNER[name] === connected);
  return [
    ...others.map((who) =>
      breach(`${connected ?? 'no account'} is connected, and something of ${who} still lies here`),
    ),
    ...(connected === null && hasKey ? [breach('no account is connected, and a key lies in the vault')] : []),
    ...(isWrong ? [breach(`${connected} is connected, which the user did not want`)] : []),
  ];
}
