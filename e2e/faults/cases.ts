/** The cases of docs/reliability.md#fault-catalogue that runs can include, and K: a key is replaced or erased. */
export const CASES = {
  none: 'no fault and no kill',
  N1: 'the name is not resolved',
  N2: 'the connection breaks before the request is read',
  N3: 'the connection breaks before it is done',
  N4: 'the connection breaks after it is done',
  N5: 'no answer in time, not done or done later',
  N6: 'the answer never ends',
  N7: 'no answer ever, done',
  N8: '200 with a page of HTML',
  N9: '200 cut off',
  N10: '200 without the expected fields',
  N11: '200 in another encoding',
  N12: '204',
  N13: 'nested 10,000 deep',
  N14: '__proto__ in the answer',
  N15: '400, 402, 422',
  N16: '401',
  N18: '403, by GetSales or a firewall',
  N19: '404, by GetSales or a firewall',
  N20: '409',
  N21: '413',
  N22: '429 with any Retry-After',
  N23: '408, 421, 425, 5xx, done or not',
  N25: 'a redirect to any host',
  N30: 'the list lags, or repeats a row',
  N34: 'the list omits a row, or has a wrong total',
  N35: 'no Date header, or another day',
  L1: 'the worker is killed',
  L2: 'the browser is killed',
  L4: 'pressed twice',
  L5: 'pressed in two workers at once',
  L13: 'the clock is set',
  L14: 'offline and online',
  K1: 'the key is renewed',
  K2: 'a key of another workspace',
  K3: 'signed out',
} as const;

export type CaseId = keyof typeof CASES;

// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- Object.keys of a closed literal
export const caseIds = Object.keys(CASES) as readonly CaseId[];

/** The cases at the beginning of these fault names; `none` without names. */
export function casesIn(names: Iterable<string>): readonly CaseId[] {
  const words = new Set([...names].map((name) => name.split(' ')[0]));
  const found = caseIds.filter((id) => words.has(id));
  return found.length === 0 ? ['none'] : found;
}
