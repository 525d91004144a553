import type { Context } from 'hono';
import { isRecord, textOf, type JsonRecord } from './values';
import { badRequest, invalid, Problem } from './problem';

/**
 * The JSON body of a request; `{}` without a body. 415 for another content type (docs/getsales-api.md#authentication), 400 for
 * text that is not JSON, 422 for JSON that is not an object.
 */
export async function readBody(c: Context): Promise<JsonRecord> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Problem(415, 'unsupported_media_type', 'Only application/json is accepted.', 'Unsupported Media Type');
  }
  const body = parseJson(text);
  if (!isRecord(body)) throw invalid({ body: ['The body must be an object.'] });
  return body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('The request body is not valid JSON.');
  }
}

/** A field name as GetSales writes it in messages: `list uuid` for `list_uuid`. */
function label(field: string): string {
  return field.replaceAll('_', ' ');
}

/** Messages for the named fields of `body` that are missing or empty, keyed with `prefix`. */
export function missingFields(body: JsonRecord, names: readonly string[], prefix = ''): Record<string, string[]> {
  const absent = names.filter((name) => body[name] === undefined || body[name] === null || body[name] === '');
  return Object.fromEntries(
    absent.map((name) => [`${prefix}${name}`, [`The ${label(`${prefix}${name}`)} field is required.`]]),
  );
}

/** Refuses the request when one of the named fields is missing. */
export function requireFields(body: JsonRecord, names: readonly string[], prefix = ''): void {
  const problems = missingFields(body, names, prefix);
  if (Object.keys(problems).length > 0) throw invalid(problems);
}

/** A required text field; refuses absence and other types. */
export function requiredText(body: JsonRecord, name: string): string {
  requireFields(body, [name]);
  const value = textOf(body[name]);
  if (value === null) throw invalid({ [name]: [`The ${label(name)} must be a string.`] });
  return value;
}

export function selectedInvalid(name: string): Problem {
  return invalid({ [name]: [`The selected ${label(name)} is invalid.`] });
}
