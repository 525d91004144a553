import type { AppError } from '@/lib/domain/app-error';
import type { Result } from '@/lib/domain/result';

/** Where a page report has got to. */
export type ReportState =
  | { readonly name: 'idle' }
  | { readonly name: 'making' }
  | { readonly name: 'copied' }
  /** Made, but the browser did not let it be copied: the user may. */
  | { readonly name: 'shown'; readonly text: string }
  | { readonly name: 'failed'; readonly error: AppError };

/** Makes a report and puts it where the user can paste it from. */
export async function copyReport(
  make: () => Promise<Result<string>>,
  copy: (text: string) => Promise<void>,
): Promise<ReportState> {
  const made = await make();
  if (!made.ok) return { name: 'failed', error: made.error };
  try {
    await copy(made.value);
    return { name: 'copied' };
  } catch {
    return { name: 'shown', text: made.value };
  }
}
