/** A part of a message: plain text, or an address that may be opened. */
interface TextPart {
  readonly kind: 'text' | 'link';
  readonly value: string;
}

const ADDRESS = /https:\/\/[^\s<>"'`{}|\\^]+/giu;
/** Punctuation that ends the sentence around an address, not the address. */
const TRAILING = /[.,;:!?)\]*_~”’»›」…]+$/u;

/**
 * Finds the addresses in a message. Only `https:` without a user name is a link, since `https://bank.example@evil` misleads
 * about the host; everything else stays text. The joined parts equal the text.
 */
export function linkParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const value = match[0].replace(TRAILING, '');
    if (!isSafe(value)) continue;
    if (match.index > done) parts.push({ kind: 'text', value: text.slice(done, match.index) });
    parts.push({ kind: 'link', value });
    done = match.index + value.length;
  }
  if (done < text.length) parts.push({ kind: 'text', value: text.slice(done) });
  return parts;
}

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}
