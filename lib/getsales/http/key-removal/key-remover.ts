import { fold, foldWithPositions, type FoldedText } from './folding';
import { FRAGMENT_LENGTH, fragmentsOf, PROBE_LENGTH, PROBE_STEP } from './fragments';

/** Cached, because building the tables of a key takes longer than searching most answers. */
let latest: { readonly key: string; readonly remover: KeyRemover } | null = null;

/** The remover of a key; rebuilt only when the key changes. */
export function keyRemoverFor(key: string): KeyRemover {
  if (latest?.key !== key) latest = { key, remover: createKeyRemover(key) };
  return latest.remover;
}

/** Replaces the API key in an answer. */
export const KEY_PLACEHOLDER = '[key removed]';

/** Long texts are searched in blocks; only blocks that may contain a fragment are decoded character by character. */
const BLOCK_LENGTH = 8_192;
const TAG = /<[^<>]*>/gu;

/** Removes one key from answers. */
export interface KeyRemover {
  /** The text, with every fragment of the key replaced. */
  readonly text: (text: string) => string;
  /** The parsed JSON, with every fragment of the key replaced in its texts and property names. */
  readonly json: (value: unknown) => unknown;
}

/**
 * Removes the key that was sent from what GetSales answers, whole or in parts of at least 14 characters: as it is, in any
 * case, base64 or hexadecimal, percent-encoded or with character references, and split by white space, invisible
 * characters or tags. Text without a fragment is returned unchanged.
 */
export function createKeyRemover(key: string): KeyRemover {
  const { fragments, probes } = fragmentsOf(key);

  function isSuspect(text: string): boolean {
    if (text.length < FRAGMENT_LENGTH) return false;
    return isFound(fold(text)) || (text.includes('<') && isFound(fold(text.replace(TAG, ''))));
  }

  function isFound(plain: string): boolean {
    for (let at = 0; at + PROBE_LENGTH <= plain.length; at += PROBE_STEP) {
      if (probes.has(plain.slice(at, at + PROBE_LENGTH))) return true;
    }
    return false;
  }

  function cleaned(text: string): string {
    if (!isSuspect(text)) return text;
    let result = '';
    let kept = 0;
    for (const { from, to } of suspectStretches(text)) {
      result += text.slice(kept, from) + cleanedStretch(text.slice(from, to));
      kept = to;
    }
    return result + text.slice(kept);
  }

  /** The parts of a text that may contain a fragment. Blocks overlap, so each fragment is within one; neighbouring blocks are joined. */
  function suspectStretches(text: string): readonly Stretch[] {
    const stretches: Stretch[] = [];
    for (let from = 0; from < text.length; from += BLOCK_LENGTH) {
      const to = Math.min(text.length, from + 2 * BLOCK_LENGTH);
      if (!isSuspect(text.slice(from, to))) continue;
      const before = stretches.at(-1);
      if (before !== undefined && before.to >= from) stretches[stretches.length - 1] = { from: before.from, to };
      else stretches.push({ from, to });
    }
    return stretches;
  }

  function cleanedStretch(text: string): string {
    const once = replaced(text, foldWithPositions(text));
    return once.includes('<') ? replaced(once, foldWithPositions(once, TAG)) : once;
  }

  /** The text with everything replaced that is a fragment in this folded form of it. */
  function replaced(text: string, { plain, starts, ends }: FoldedText): string {
    let result = '';
    let kept = 0;
    let from = -1;
    let isSecret = false;
    for (let at = 0; at + FRAGMENT_LENGTH <= plain.length + 1; at += 1) {
      const secret = fragments.get(plain.slice(at, at + FRAGMENT_LENGTH));
      if (secret !== undefined) {
        if (from === -1) from = at;
        isSecret ||= secret;
      } else if (from !== -1) {
        if (isSecret) {
          result += text.slice(kept, starts[from]) + KEY_PLACEHOLDER;
          kept = ends[at + FRAGMENT_LENGTH - 2] ?? text.length;
        }
        from = -1;
        isSecret = false;
      }
    }
    return result + text.slice(kept);
  }

  function holdsKey(value: unknown): boolean {
    if (typeof value === 'string') return isSuspect(value);
    if (typeof value !== 'object' || value === null) return false;
    if (Array.isArray(value)) return value.some(holdsKey);
    return Object.entries(value).some(([name, each]) => isSuspect(name) || holdsKey(each));
  }

  function copy(value: unknown): unknown {
    if (typeof value === 'string') return cleaned(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(copy);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [cleaned(name), copy(each)]));
  }

  return { text: cleaned, json: (value) => (holdsKey(value) ? copy(value) : value) };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}
