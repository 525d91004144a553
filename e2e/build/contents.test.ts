import { describe, expect, it } from 'vitest';
import { shippedFiles, shippedText } from './shipped';

const scripts = shippedFiles().filter((file) => file.endsWith('.js'));
const texts = shippedFiles().filter((file) => /\.(?:js|css|html|json)$/u.test(file));

/** Origins allowed in the code. Only the first receives requests; the others are links and names. */
const KNOWN_ORIGINS = [
  'https://amazing.getsales.io',
  'https://www.linkedin.com',
  // Names in messages and namespaces of React and prop-types.
  'https://react.dev',
  'http://fb.me',
  'http://www.w3.org',
];

describe('the production build', () => {
  it('has only scripts, styles, pages, texts and icons', () => {
    expect(shippedFiles().filter((file) => !/\.(?:js|css|html|json|png)$/u.test(file))).toEqual([]);
  });

  it('names no other host', () => {
    const origins = texts.flatMap((file) => shippedText(file).match(/https?:\/\/[a-z0-9.-]+/giu) ?? []);
    const foreign = [...new Set(origins)].filter((origin) => !KNOWN_ORIGINS.includes(origin));
    expect(foreign.filter((origin) => /\.[a-z]{2,}$/iu.test(origin))).toEqual([]);
  });

  it.each(scripts)('%s creates no code from text and contains no key', (file) => {
    const text = shippedText(file);
    expect(text).not.toMatch(/\beval\(|new Function\(|\bFunction\(["'`]/u);
    expect(text).not.toMatch(/eyJ[\w-]{20,}\.[\w-]+\./u);
    expect(text).not.toMatch(/sourceMappingURL/u);
  });

  it('has vault and client only in the worker', () => {
    const markers = ['/leads/api/leads', '/flows/api/linkedin-messages', 'AES-GCM', 'authorization'];
    const holders = scripts.filter((file) => markers.some((marker) => shippedText(file).includes(marker)));
    expect(holders).toEqual(['background.js']);
    expect(markers.every((marker) => shippedText('background.js').includes(marker))).toBe(true);
  });
});
