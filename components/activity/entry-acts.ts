import type { Intent } from '@/lib/domain/intent';

/** What can be done about an entry: adds that are not in GetSales are tried again, and what is not under way goes. */
export function entryActs({ kind, state }: Intent): { readonly retry: boolean; readonly remove: boolean } {
  const isUnresolvedMessage = kind === 'send' && state.name === 'unknown';
  return {
    retry: kind === 'add' && ['waiting', 'refused', 'unknown'].includes(state.name),
    remove: !['queued', 'dispatching'].includes(state.name) && !isUnresolvedMessage,
  };
}
