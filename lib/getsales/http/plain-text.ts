const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** More of a page than this is not looked at. */
const MAX_SOURCE_LENGTH = 20_000;

/**
 * Words out of a text that may be HTML, on one line and bounded: markup, scripts and styles go, entities are resolved,
 * invisible controls (bidi overrides among them) go too. The outcome is shown as text, never as HTML.
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
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
