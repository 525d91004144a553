import { Buffer } from 'node:buffer';
import type { Breach } from './breach';
import type { Facts } from './facts';

/** Length of the pieces of a key that are searched for. The part before the first dot is the same for every key. */
const PIECE = 16;
const STEP = 4;

/** I3 and I5: no key is stored, logged or sent outside of the vault and the header, no message or name where none belongs. */
export function judgeSecrets({ secrets, server, sends, adds }: Facts): readonly Breach[] {
  const pieces = new Set(Object.values(secrets.keys).flatMap(piecesOf));
  const leak = (what: string): Breach => ({ harm: 'leak', invariant: 'I3', what });
  const contents = [
    ...new Set([
      ...sends.flatMap(({ text, personName }) => [text.trim(), personName]),
      ...adds.flatMap(({ fields, customFields, slug, personName }) => [
        ...Object.values({ ...customFields, ...fields }),
        ...[slug, personName],
      ]),
    ]),
  ];
  const requests = JSON.stringify(server.seen.map(({ path, query, headers, body }) => [path, query, headers, body]));
  return [
    ...secrets.stored.flatMap(({ where, text, mayHaveContents }) => [
      ...(holdsPiece(text, pieces) ? [leak(`a key is readable in ${where}`)] : []),
      ...(text.includes('"extractable":true') ? [leak(`the key that encrypts can be read in ${where}`)] : []),
      ...(!mayHaveContents && contents.some((content) => text.includes(content) || text.includes(quoted(content)))
        ? [leak(`a message or name is in ${where}`)]
        : []),
    ]),
    ...(holdsPiece(requests, pieces) ? [leak('a key was sent in an address or a body')] : []),
    ...secrets.unexpectedHosts.map((host): Breach => ({ harm: 'leak', invariant: 'I5', what: `asked ${host}` })),
  ];
}

/** One pass over the text, whose length may be megabytes: there are more than a thousand pieces, all of the same length. */
function holdsPiece(text: string, pieces: ReadonlySet<string>): boolean {
  for (let at = 0; at + PIECE <= text.length; at += 1) {
    if (pieces.has(text.slice(at, at + PIECE))) return true;
  }
  return false;
}

/** As it is within JSON. */
function quoted(content: string): string {
  return JSON.stringify(content).slice(1, -1);
}

const known = new Map<string, readonly string[]>();

/** Pieces of a key, plain, in base64, in hex and reversed, of which any longer part contains at least one. */
export function piecesOf(key: string): readonly string[] {
  const before = known.get(key);
  if (before !== undefined) return before;
  const secret = key.includes('.') ? key.slice(key.indexOf('.') + 1) : key;
  const forms = [
    ...[secret, Buffer.from(key).toString('base64').slice(40), Buffer.from(secret).toString('hex')],
    Array.from(secret).reverse().join(''),
  ];
  const pieces = forms.flatMap((form) =>
    Array.from({ length: Math.ceil((form.length - PIECE) / STEP) }, (_, index) =>
      form.slice(index * STEP, index * STEP + PIECE),
    ),
  );
  known.set(key, pieces);
  return pieces;
}
