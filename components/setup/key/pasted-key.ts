/** The protocol's own bound on a key; real ones have some 800 characters. */
export const KEY_MAX_LENGTH = 8_192;

export type PastedKey =
  { readonly kind: 'empty' } | { readonly kind: 'too-long' } | { readonly kind: 'key'; readonly key: string };

/**
 * What a person meant who pasted this: without the spaces, line breaks, quotes or the word `Bearer` that come along when
 * a key is copied out of a document. Whether it can be a key is for the worker to say.
 */
export function readPastedKey(pasted: string): PastedKey {
  const key = pasted
    .replace(/^\s*["'`]?\s*(?:bearer\s)?/i, '')
    .replace(/["'`]?\s*$/, '')
    .replace(/\s+/g, '');
  if (key === '') return { kind: 'empty' };
  return key.length > KEY_MAX_LENGTH ? { kind: 'too-long' } : { kind: 'key', key };
}
