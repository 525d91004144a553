import type { FieldProblem } from '@/lib/domain/app-error';
import { isEmpty, property } from '../../wire/values';
import type { Body } from './read-body';

const MAX_PROBLEMS = 10;
const MAX_MESSAGE_LENGTH = 300;
const MAX_FIELD_LENGTH = 100;

/**
 * Error messages in an answer: from GetSales' envelope (docs/getsales-api.md#errors), whose fields may be text, lists, nested
 * maps or HTML, from a plain message, or from a page of HTML.
 */
export function problemsIn(body: Body): readonly FieldProblem[] {
  if (body.kind === 'html') return withoutField(body.text);
  if (body.kind !== 'json') return [];
  const error = property(body.value, 'error');
  const fields = [property(error, 'data'), property(error, 'errors'), property(body.value, 'errors')];
  const found = fields.flatMap((each) => flatten('', each)).slice(0, MAX_PROBLEMS);
  if (found.length > 0) return found;
  const message = [property(error, 'message'), error, property(body.value, 'message'), body.value].find(
    (each) => typeof each === 'string' && each.trim() !== '',
  );
  return typeof message === 'string' ? withoutField(message) : [];
}

/** `error.reason` of GetSales' envelope, empty when the envelope has none; null without an envelope. */
export function reasonIn(body: Body): string | null {
  if (body.kind !== 'json') return null;
  const error = property(body.value, 'error');
  if (typeof error === 'string') return '';
  if (typeof error !== 'object' || error === null) return null;
  const reason = property(error, 'reason');
  return typeof reason === 'string' ? reason : '';
}

const OWN_FIELDS = ['error', 'errors', 'message', 'reason', 'code'] as const;

/** Whether an error has a form that GetSales uses (docs/getsales-api.md#errors), and not that of a proxy or a sign-in page. */
export function isOwnRefusal(body: Body): boolean {
  return body.kind === 'json' && OWN_FIELDS.some((field) => !isEmpty(property(body.value, field)));
}

function flatten(field: string, value: unknown): readonly FieldProblem[] {
  if (typeof value === 'string') {
    const message = plainText(value, MAX_MESSAGE_LENGTH);
    return message === '' ? [] : [{ field: plainText(field, MAX_FIELD_LENGTH), message }];
  }
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((each: unknown) => [field, each])
    : Object.entries(typeof value === 'object' && value !== null ? value : {}).map(([key, each]) => [
        field === '' ? key : `${field}.${key}`,
        each,
      ]);
  const problems: FieldProblem[] = [];
  for (const [name, each] of entries) {
    if (problems.length >= MAX_PROBLEMS) break;
    problems.push(...flatten(name, each));
  }
  return problems;
}

function withoutField(text: string): readonly FieldProblem[] {
  const message = plainText(text, MAX_MESSAGE_LENGTH);
  return message === '' ? [] : [{ field: '', message }];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** The rest of a longer page is ignored. */
const MAX_SOURCE_LENGTH = 20_000;

/**
 * The words of a text that may be HTML, on one line and cut to `maxLength`: without markup, scripts, styles and invisible
 * characters (such as bidi overrides), with entities resolved. For display as text, never as HTML.
 */
export function plainText(source: string, maxLength: number): string {
  const words = source
    .slice(0, MAX_SOURCE_LENGTH)
    .replace(/<(script|style)\b.*?(?:<\/\1\s*>|$)/gisu, ' ')
    .replace(/<!--.*?(?:-->|$)|<[/!]?[a-z][^<>]*(?:>|(?=<)|$)/gisu, ' ')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/giu, resolve)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return words.length <= maxLength ? words : `${words.slice(0, maxLength - 1).trimEnd()}…`;
}

function resolve(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
