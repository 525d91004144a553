import { describe, expect, it } from 'vitest';
import { firstLoad, gzipBytes, shippedFiles, shippedText } from './shipped';

const scripts = shippedFiles().filter((file) => file.endsWith('.js'));
const texts = shippedFiles().filter((file) => /\.(?:js|css|html|json)$/u.test(file));

/** Addresses that may stand in the code; only the first is ever asked, the others are names or documentation. */
const KNOWN_ORIGINS = [
  'https://amazing.getsales.io',
  'https://www.linkedin.com',
  // Names in texts and namespaces of React and of prop-types; nothing asks them.
  'https://react.dev',
  'http://fb.me',
  'http://www.w3.org',
];

describe('what ships', () => {
  it('is only scripts, styles, pages, texts and icons', () => {
    expect(shippedFiles().filter((file) => !/\.(?:js|css|html|json|png)$/u.test(file))).toEqual([]);
  });

  it('names no foreign host', () => {
    const origins = texts.flatMap((file) => shippedText(file).match(/https?:\/\/[a-z0-9.-]+/giu) ?? []);
    const foreign = [...new Set(origins)].filter((origin) => !KNOWN_ORIGINS.includes(origin));
    expect(foreign.filter((origin) => /\.[a-z]{2,}$/iu.test(origin))).toEqual([]);
  });

  it.each(scripts)('%s makes no code from text and holds no key', (file) => {
    const text = shippedText(file);
    expect(text).not.toMatch(/\beval\(|new Function\(|\bFunction\(["'`]/u);
    expect(text).not.toMatch(/eyJ[\w-]{20,}\.[\w-]+\./u);
    expect(text).not.toMatch(/sourceMappingURL/u);
  });

  it('keeps vault and client in the worker alone', () => {
    const markers = ['/leads/api/leads', '/flows/api/linkedin-messages', 'AES-GCM', 'authorization'];
    const holders = scripts.filter((file) => markers.some((marker) => shippedText(file).includes(marker)));
    expect(holders).toEqual(['background.js']);
    expect(markers.every((marker) => shippedText('background.js').includes(marker))).toBe(true);
  });
});

describe('budgets, in bytes after gzip', () => {
  it.each([
    ['the reader', ['reader.js'], 8_192],
    ['the reader of public pages', ['reader-public.js'], 8_192],
    ['the reader of leads', ['reader-leads.js'], 8_192],
    ['the reader of lists and conversations', ['reader-people.js'], 8_192],
    ['the page report', ['report.js'], 6_000],
    ['the worker', ['background.js'], 45_000],
    ['the popup’s first load', firstLoad('popup.html'), 112_000],
  ] as const)('%s stays within its budget', (name, files, budget) => {
    const bytes = gzipBytes(files);
    console.log(`${name}: ${bytes} of ${budget} bytes (${files.length} files)`);
    expect(bytes).toBeLessThanOrEqual(budget);
  });
});
