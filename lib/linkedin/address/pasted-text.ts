const NAMED: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

/**
 * Copied text without the escapes of what it was copied from: entities of HTML, backslashes of JSON, Markdown and vCards,
 * the folded lines of a whole vCard. Also without the invisible characters that chats and documents put around links.
 */
export function plainText(text: string): string {
  return unfold(text)
    .replaceAll(/&(?:amp;)+/giu, '&')
    .replaceAll(/&(quot|apos|lt|gt|nbsp);/giu, (entity, name: string) => NAMED[name.toLowerCase()] ?? entity)
    .replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/giu, (entity, hex?: string, decimal?: string) =>
      character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), entity),
    )
    .replaceAll(/\\u([\da-f]{4})/giu, (escape, hex: string) => character(Number.parseInt(hex, 16), escape))
    .replaceAll(/\\[nrt]/gu, '\n')
    .replaceAll(/\\(?=[^\p{L}\p{N}])/gu, '')
    .replaceAll(/(?<![\p{L}\p{N}_-])(?!\u00ad)\p{Cf}|(?!\u00ad)\p{Cf}(?![\p{L}\p{N}\p{Cf}_-])/gu, ' ');
}

/** In a vCard a line that begins with a space goes on with the one before (RFC 6350, 3.2). */
function unfold(text: string): string {
  return /^BEGIN:VCARD/imu.test(text) ? text.replaceAll(/\r?\n[ \t]/gu, '') : text;
}

function character(code: number, instead: string): string {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : instead;
}
