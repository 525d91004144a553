import { parseJson } from './parse-json';
import { keyRemoverFor } from '../key-removal/key-remover';

/** Largest answer that is read; a page of 100 contacts stays far below. */
export const MAX_BODY_BYTES = 5_000_000;

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'empty' }
  /** A page of a firewall, a proxy or a login. */
  | { readonly kind: 'html'; readonly text: string }
  /** Not JSON, cut off, not UTF-8, too deep or too large. */
  | { readonly kind: 'unreadable' };

/**
 * Reads an answer's body, bounded. Network failures while reading reject, like the fetch itself. Fragments of the API
 * key are removed here, before any part of the answer can be stored or shown.
 */
export async function readBody(response: Response, key: string): Promise<Body> {
  const type = response.headers.get('content-type') ?? '';
  const bytes = await readBounded(response);
  const text = bytes === null ? null : decode(bytes);
  if (text === null) return { kind: 'unreadable' };
  if (text.trim() === '') return { kind: 'empty' };
  const remover = keyRemoverFor(key);
  try {
    if (/^text\/html\b/iu.test(type) || /^\s*<(?:!doctype|html)\b/iu.test(text)) {
      return { kind: 'html', text: remover.text(text) };
    }
    // Proxies change the type or drop it, so the text decides.
    const value = parseJson(text);
    return value === undefined ? { kind: 'unreadable' } : { kind: 'json', value: remover.json(value) };
  } catch {
    // Too large to search, for example after Unicode decomposition. An answer that cannot be searched is dropped.
    return { kind: 'unreadable' };
  }
}

async function readBounded(response: Response): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(next.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** UTF-8 with or without a byte order mark; null when it is not. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
