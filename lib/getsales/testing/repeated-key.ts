import { makeKey } from '@/e2e/sandbox/access/keys';

/** An invented key. */
export const key = makeKey();
export const [header = '', payload = '', signature = ''] = key.split('.');

const hex = (text: string) => Buffer.from(text).toString('hex');
export const base64 = (text: string) => Buffer.from(text).toString('base64');
export const chars = (text: string, change: (code: number) => string) =>
  Array.from(text, (char) => change(char.charCodeAt(0))).join('');
const twoDigits = (code: number) => code.toString(16).padStart(2, '0');
const wideLetters = (text: string) =>
  text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Ways in which an answer may repeat a text. */
export const ENCODINGS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['in capitals', (text) => text.toUpperCase()],
  ['in small letters', (text) => text.toLowerCase()],
  ['percent-encoded', (text) => chars(text, (code) => `%${twoDigits(code)}`)],
  ['percent-encoded twice', (text) => chars(text, (code) => `%25${twoDigits(code)}`)],
  ['as decimal character references', (text) => chars(text, (code) => `&#${String(code)};`)],
  ['as hexadecimal character references', (text) => chars(text, (code) => `&#x${twoDigits(code)};`)],
  ['as escaped character references', (text) => chars(text, (code) => `&amp;#${String(code)};`)],
  ['with references for its signs', (text) => text.replaceAll('.', '&period;').replaceAll('_', '&lowbar;')],
  ['with JSON escapes within a text', (text) => chars(text, (code) => `\\u00${twoDigits(code)}`)],
  ['with JavaScript escapes', (text) => chars(text, (code) => `\\x${twoDigits(code)}`)],
  ['hexadecimal', hex],
  ['base64', base64],
  ['base64, one byte later', (text) => base64(` ${text}`)],
  ['base64, two bytes later', (text) => base64(`: ${text}`)],
  ['base64url', (text) => Buffer.from(text).toString('base64url')],
  ['base64 in lines of 20', (text) => base64(text).replace(/.{20}/gu, '$&\r\n')],
  ['with spaces', (text) => text.replace(/.{5}/gu, '$& ')],
  ['with line breaks', (text) => text.replace(/.{11}/gu, '$&\r\n\t')],
  ['with zero-width characters', (text) => text.replace(/.{3}/gu, '$&\u200b\u2060')],
  ['with soft hyphens and controls', (text) => text.replace(/.{4}/gu, '$&\u00ad\u0000')],
  ['with references for spaces', (text) => text.replace(/.{7}/gu, '$&&nbsp;&#8203;')],
  ['with escaped line breaks', (text) => text.replace(/.{7}/gu, '$&\\n')],
  ['with tags', (text) => text.replace(/.{6}/gu, '$&<wbr>')],
  ['in an attribute', (text) => `<a href="/x?token=${text}">x</a>`],
  ['in wide letters', wideLetters],
];

/** Every 16 characters that count as a part of the key. */
const FRAGMENTS = Array.from({ length: key.length - 15 }, (_, at) => key.slice(at, at + 16)).slice(header.length + 5);

/** Whether a text contains a part of the key in one of these encodings. Independent of how it is removed. */
export function holdsFragment(text: string): boolean {
  const bare = text
    .replace(/<[^>]*>|[\s\p{Cc}\p{Cf}]/gu, '')
    .normalize('NFKC')
    .toLowerCase();
  const once = unescaped(text.normalize('NFKC'));
  const views = [text.toLowerCase(), bare, once, unescaped(once)].map((each) =>
    each.replace(/[\s\p{Cc}\p{Cf}]/gu, '').toLowerCase(),
  );
  const seen = (fragment: string) => {
    const inner = [0, 1, 2].map((at) =>
      base64('x'.repeat(at) + fragment)
        .slice(4, 20)
        .toLowerCase(),
    );
    const forms = [fragment.toLowerCase(), hex(fragment), ...inner];
    return forms.some((form) => views.some((view) => view.includes(form)));
  };
  return FRAGMENTS.some(seen);
}

function unescaped(text: string): string {
  return text
    .replace(/&amp;/giu, '&')
    .replace(/&nbsp;|\\n/gu, '')
    .replace(/%25/gu, '%')
    .replace(/&period;/gu, '.')
    .replace(/&lowbar;/gu, '_')
    .replace(/%([0-9a-f]{2})|&#x([0-9a-f]+);|\\u00([0-9a-f]{2})|\\x([0-9a-f]{2})/giu, (_, ...found: string[]) =>
      String.fromCharCode(Number.parseInt(found.slice(0, 4).find(Boolean) ?? '', 16)),
    )
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)));
}
