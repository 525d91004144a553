import type { AppError } from '@/lib/domain/app-error';
import type { AddEntry } from '@/lib/domain/outbox-entry';
import type { WriteFailure } from '@/lib/getsales/client';

/** Which try of an add it is. `perhaps-repeated`: an earlier one may have arrived. */
export type Attempt = 'first' | 'later' | 'perhaps-repeated';

/** Whether a try of an add in this state may have arrived. */
export function mayHaveArrived(state: AddEntry['state']): boolean {
  return state.name === 'waiting' ? state.neverLeft !== true : state.name !== 'refused';
}

/** How often an add in this state was put by. */
export function triesOf(state: AddEntry['state']): number {
  return 'tries' in state ? (state.tries ?? 0) : 0;
}

const NO: ReadonlySet<AppError['code']> = new Set(['refused', 'not-found', 'payment-required', 'bad-request']);

/** GetSales read this very request and said no: repeating it would only be told the same. */
export function isNo({ fate, error }: WriteFailure): boolean {
  const isForbidden = error.code === 'forbidden' && error.by === 'api';
  return fate === 'not-done' && (isForbidden || NO.has(error.code));
}
