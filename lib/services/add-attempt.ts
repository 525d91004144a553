import type { AddIntent } from '@/lib/domain/intent';

/** Which try of an add it is. `perhaps-repeated`: an earlier one may have arrived. */
export type Attempt = 'first' | 'later' | 'perhaps-repeated';

/** Whether a try of an add in this state may have arrived. */
export function mayHaveArrived(state: AddIntent['state']): boolean {
  return state.name === 'waiting' ? state.neverLeft !== true : state.name !== 'refused';
}

/** How often an add in this state was put by. */
export function triesOf(state: AddIntent['state']): number {
  return 'tries' in state ? (state.tries ?? 0) : 0;
}
