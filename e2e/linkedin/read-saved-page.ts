import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import { parseIdentity, type IdentityRefusal } from '@/lib/linkedin/address/parse-address';
import { readPage } from '@/lib/linkedin/testing/read-page';

/** Addresses without a person whose pages show people. */
const NAMED_BY_THE_PAGE: ReadonlySet<IdentityRefusal> = new Set(['thread', 'many']);

/** What the command prints, and its exit code. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What the extension reads from a saved page, as JSON. */
export async function readSavedPage([file, url]: readonly string[]): Promise<Answer> {
  if (file === undefined || url === undefined) return fail('Usage: npm run --silent read -- FILE.html URL', 2);
  const parsed = parseIdentity(url);
  if (!parsed.ok && !NAMED_BY_THE_PAGE.has(parsed.error)) return fail(`${url} names no person (${parsed.error}).`, 2);
  const html = await readFile(file, 'utf8').catch(() => null);
  if (html === null) return fail(`${file} cannot be read.`, 1);
  const { people, ...reading } = readPage(new JSDOM(html, { url }).window.document, url);
  const { kind, identity, fields, missing, unexpectedLayout } = reading;
  const isOfMany = kind === 'people';
  const shown = { kind, identity, fields, missing, unexpectedLayout, ...(isOfMany ? { people } : {}) };
  return { code: 0, out: `${JSON.stringify(shown, null, 2)}\n`, err: '' };
}

function fail(message: string, code: number): Answer {
  return { code, out: '', err: `${message}\n` };
}
