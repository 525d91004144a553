/**
 * The worker's steps that are visible from outside. Numbers are those of docs/reliability.md#sending-a-message; A: an add,
 * K: a change of the key.
 */
export const STEPS = {
  asked: '0',
  locked: '1',
  'intent written': '1',
  'cancel period': '1',
  baseline: '2',
  postponed: '2',
  'written ahead': '3',
  post: '4',
  settled: '5',
  recovery: '6',
  search: '7',
  override: '8',
  retry: '9',
  'add written': 'A',
  'add lookup': 'A',
  upsert: 'A',
  'add settled': 'A',
  'key closed': 'K',
  'records erased': 'K',
  'key stored': 'K',
  'key erased': 'K',
  'storage erased': 'K',
  'owner written': 'K',
} as const;

export type Step = keyof typeof STEPS;

// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- Object.keys of a closed literal
export const stepNames = Object.keys(STEPS) as readonly Step[];

/** Steps of a key change. */
export const keySteps = stepNames.filter((name) => STEPS[name] === 'K');
