import { CATALOGUE } from './catalogue/table/catalogue';

/** Cases that runs can include: some of the catalogue, no fault at all, and K: a key is replaced or erased. */
const OF_CATALOGUE = [
  ...(['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N10', 'N11', 'N12', 'N13', 'N14', 'N15'] as const),
  ...(['N16', 'N18', 'N19', 'N20', 'N21', 'N22', 'N23', 'N25', 'N30', 'N34', 'N35'] as const),
  ...(['L1', 'L2', 'L4', 'L5', 'L13', 'L14'] as const),
];
const OTHERS = {
  none: 'no fault and no kill',
  K1: 'the key is renewed',
  K2: 'a key of another workspace',
  K3: 'signed out',
} as const;

export type CaseId = (typeof OF_CATALOGUE)[number] | keyof typeof OTHERS;

export const caseIds: readonly CaseId[] = ['none', ...OF_CATALOGUE, 'K1', 'K2', 'K3'];

const INJECTIONS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(OTHERS),
  ...CATALOGUE.map(({ id, injection }) => [id, injection] as const),
]);

export function injectionOf(id: CaseId): string {
  return INJECTIONS.get(id) ?? '';
}

/** The cases at the beginning of these fault names; `none` without names. */
export function casesIn(names: Iterable<string>): readonly CaseId[] {
  const words = new Set([...names].map((name) => name.split(' ')[0]));
  const found = caseIds.filter((id) => words.has(id));
  return found.length === 0 ? ['none'] : found;
}
