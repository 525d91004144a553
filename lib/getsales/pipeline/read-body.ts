import { parseJson } from './parse-json';

/** Largest answer that is read; a page of 100 contacts stays far below. */
export const MAX_BODY_BYTES = 5_000_000;

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'empty' }
  /** Not JSON by its type or its text, cut off, not UTF-8, or too large. `html` tells a firewall's or login page. */
  | { readonly kind: 'unreadable'; readonly html: boolean };

/** Reads an answer's body, bounded. Network failures while reading reject, like the fetch itself. */
export async function readBody(response: Response): Promise<Body> {
  const type = response.headers.get('content-type') ?? '';
  const bytes = await readBounded(response);
  if (bytes === null) return { kind: 'unreadable', html: false };
  if (bytes.byteLength === 0) return { kind: 'empty' };
  if (!/^application\/(?:[\w.+-]+\+)?json\b/iu.test(type)) {
    return { kind: 'unreadable', html: /^text\/html\b/iu.test(type) };
  }
  const text = decode(bytes);
  const value = text === null ? undefined : parseJson(text);
  if (text?.trim() === '') return { kind: 'empty' };
  return value === undefined ? { kind: 'unreadable', html: false } : { kind: 'json', value };
}

async function readBounded(response: Response): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
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

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
