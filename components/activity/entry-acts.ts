import { UNCONFIRMED_TTL_MS, type Intent } from '@/lib/domain/intent';

/** What can be done about an entry: adds that are not in GetSales are tried again, and what is not under way goes. */
export function entryActs(
  { kind, state, createdAt }: Intent,
  nowMs: number,
): { readonly retry: boolean; readonly remove: boolean } {
  const isGuarding = kind === 'send' && state.name === 'unknown' && nowMs - Date.parse(createdAt) <= UNCONFIRMED_TTL_MS;
  return {
    retry: kind === 'add' && ['waiting', 'refused', 'unknown'].includes(state.name),
    remove: !['queued', 'dispatching'].includes(state.name) && !isGuarding,
  };
}
