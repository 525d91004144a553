import { fold } from './folding';

/** Length of a fragment: this many consecutive characters of the key, not counting its dots. */
export const FRAGMENT_LENGTH = 14;
/** The search compares a group of eight characters at every seventh position: each fragment contains one of these groups. */
export const PROBE_LENGTH = 8;
export const PROBE_STEP = FRAGMENT_LENGTH - PROBE_LENGTH + 1;
/** GetSales issues no shorter keys. */
const MIN_KEY_LENGTH = 16;
/** Length of the beginning of the payload that many tokens share; see `fragmentsOf`. */
const COMMON_PAYLOAD_LENGTH = 19;

export interface Fragments {
  /** Every fragment, and whether it is secret. One that is not is removed only next to a secret one. */
  readonly fragments: ReadonlyMap<string, boolean>;
  readonly probes: ReadonlySet<string>;
}

/**
 * All fragments of the key. The header and the beginning of the payload (`{"iss":"https…`) are the same in the tokens of many
 * services, for example in a signed link within a message. They reveal nothing, so they are removed only together with
 * what follows them.
 */
export function fragmentsOf(key: string): Fragments {
  const fragments = new Map<string, boolean>();
  const probes = new Set<string>();
  if (key.length < MIN_KEY_LENGTH) return { fragments, probes };
  const [header = '', payload = ''] = key.split('.');
  const common = payload === '' ? 0 : header.length + 1 + Math.min(COMMON_PAYLOAD_LENGTH, payload.length);
  for (const { text, shared } of encodingsOf(key, common)) {
    const plain = fold(text);
    const sharedLength = fold(text.slice(0, shared)).length;
    for (let at = 0; at + FRAGMENT_LENGTH <= plain.length; at += 1) {
      const fragment = plain.slice(at, at + FRAGMENT_LENGTH);
      const isSecret = at + FRAGMENT_LENGTH > sharedLength;
      fragments.set(fragment, isSecret || fragments.get(fragment) === true);
      if (!isSecret) continue;
      for (let part = 0; part < PROBE_STEP; part += 1) probes.add(fragment.slice(part, part + PROBE_LENGTH));
    }
  }
  return { fragments, probes };
}

interface Encoding {
  readonly text: string;
  /** How many characters at its beginning belong to the part that many tokens share. */
  readonly shared: number;
}

/** Base64 depends on where in a group of three bytes the key begins, so there are three variants. */
function encodingsOf(key: string, common: number): readonly Encoding[] {
  const hex = Array.from(key, (char) => char.charCodeAt(0).toString(16)).join('');
  const base64 = [0, 1, 2].map((offset): Encoding => {
    const bytes = Array.from('\0'.repeat(offset) + key, (char) => String.fromCharCode(char.charCodeAt(0) & 0xff)).join(
      '',
    );
    return { text: btoa(bytes), shared: Math.floor(((common + offset) * 4) / 3) };
  });
  return [{ text: key, shared: common }, { text: hex, shared: common * 2 }, ...base64];
}
