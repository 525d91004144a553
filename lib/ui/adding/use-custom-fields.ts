import type { AppError } from '@/lib/domain/app-error';
import type { CustomField } from '@/lib/domain/contact';
import { useAsk } from '@/lib/ui/worker/worker-query';

/** The workspace's custom fields. A failure is never the same as having none. */
export type CustomFields =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError; readonly retrying: boolean; readonly retry: () => void }
  | { readonly state: 'known'; readonly fields: readonly CustomField[] };

/** Asks for the custom fields once they are wanted. What is known stays known when a later answer is missing. */
export function useCustomFields(wanted: boolean): CustomFields {
  const asked = useAsk('customFields.get', wanted ? { fresh: false } : null);
  if (asked.data !== undefined) return { state: 'known', fields: asked.data.value };
  if (asked.error === null) return { state: 'loading' };
  return { state: 'failed', error: asked.error, retrying: asked.isFetching, retry: () => void asked.refetch() };
}
