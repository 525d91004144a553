import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import { parseIdentity } from '@/lib/linkedin/identity';
import { readPage } from '@/lib/linkedin/read-page';

/** `npm run --silent read -- FILE.html URL`: what the extension reads off a saved page, as JSON. */
async function main([file, url]: readonly string[]): Promise<number> {
  if (file === undefined || url === undefined) return fail('Usage: npm run --silent read -- FILE.html URL', 2);
  const parsed = parseIdentity(url);
  if (!parsed.ok) return fail(`${url} names no person (${parsed.error}).`, 2);
  const html = await readFile(file, 'utf8').catch(() => null);
  if (html === null) return fail(`${file} cannot be read.`, 1);
  const { kind, identity, fields, missing } = readPage(new JSDOM(html, { url }).window.document, url);
  process.stdout.write(`${JSON.stringify({ kind, identity, fields, missing }, null, 2)}\n`);
  return 0;
}

function fail(message: string, code: number): number {
  process.stderr.write(`${message}\n`);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
