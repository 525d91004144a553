import type { FieldProblem } from '@/lib/domain/app-error';

const MAX_PROBLEMS = 10;
const MAX_MESSAGE_LENGTH = 300;

/**
 * Readable refusals out of GetSales' error envelope (getsales-api.md 2.5), whatever shape it takes: field → text, list of
 * texts, nested maps, a plain string, HTML.
 */
export function problemsIn(body: unknown): readonly FieldProblem[] {
  const error = property(body, 'error');
  const fromFields = flatten('', property(error, 'data')).slice(0, MAX_PROBLEMS);
  if (fromFields.length > 0) return fromFields;
  const message = [property(error, 'message'), error, property(body, 'message')].find(
    (each) => typeof each === 'string',
  );
  const words = typeof message === 'string' ? plain(message) : '';
  return words === '' ? [] : [{ field: '', message: words }];
}

function flatten(field: string, value: unknown): readonly FieldProblem[] {
  if (typeof value === 'string') {
    const message = plain(value);
    return message === '' ? [] : [{ field, message }];
  }
  if (Array.isArray(value)) return value.flatMap((each: unknown) => flatten(field, each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => flatten(field === '' ? key : `${field}.${key}`, each));
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}

function plain(text: string): string {
  const withoutMarkup = text
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return withoutMarkup.slice(0, MAX_MESSAGE_LENGTH);
}
