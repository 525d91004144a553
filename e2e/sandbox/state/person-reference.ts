/** The person that a `linkedin_id` refers to, in the columns of a contact. */
export interface PersonReference {
  readonly linkedin?: string;
  readonly ln_id?: string;
  readonly sn_id?: string;
}

/**
 * GetSales' universal `linkedin_id` parser (docs/getsales-api.md#lookup): profile URL on any country host, Sales Navigator lead
 * URL, `/people/` URL, bare nickname, raw `ACoA...` and `ACwA...` ids. Null when it refers to no person.
 */
export function parsePersonReference(input: string): PersonReference | null {
  const text = input.trim();
  const address = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*linkedin\.com(\/.*)$/i.exec(text);
  if (address?.[1] !== undefined) return fromPath(address[1]);
  return fromToken(text);
}

function fromPath(pathWithRest: string): PersonReference | null {
  const path = pathWithRest.split(/[?#]/)[0] ?? '';
  const found = /\/(?:in|people|sales\/lead|sales\/people)\/([^/]+)/i.exec(path);
  const token = found?.[1]?.split(',')[0];
  return token === undefined ? null : fromToken(token);
}

function fromToken(token: string): PersonReference | null {
  if (/^ACoA[\w-]+$/.test(token)) return { ln_id: token };
  if (/^ACwA[\w-]+$/.test(token)) return { sn_id: token };
  const nickname = normalNickname(token);
  return nickname === '' || /[\s/@]/.test(nickname) ? null : { linkedin: nickname };
}

/** A nickname as stored and compared: percent-decoded, NFC, lower case. */
export function normalNickname(token: string): string {
  return decoded(token).normalize('NFC').toLowerCase();
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
