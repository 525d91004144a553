import type { MemberId, RecruiterId, SalesId, Slug } from '@/lib/domain/identity';

const MEMBER = /^ACoAA[\w-]{34}$/u;
const SALES = /^ACwAA[\w-]{34}$/u;
const RECRUITER = /^AEMAA[\w-]{34}$/u;
const ANY_ID = /^A[CE][owM]AA[\w-]{34}$/u;
const SLUG_MAX_LENGTH = 200;

// The parse functions of this room: the brands of lib/domain without its schemas, which would not fit into the reader.
/* eslint-disable @typescript-eslint/consistent-type-assertions */

export function asMemberId(text: string): MemberId | null {
  return MEMBER.test(text) ? (text as MemberId) : null;
}

export function asSalesId(text: string): SalesId | null {
  return SALES.test(text) ? (text as SalesId) : null;
}

export function asRecruiterId(text: string): RecruiterId | null {
  return RECRUITER.test(text) ? (text as RecruiterId) : null;
}

/**
 * A path segment after `/in/` as a slug: percent-decoded once, lower case, NFC (in this order:
 * a capital may carry a mark that only its small letter joins). Null for what cannot be one: empty, too
 * long, separators, control or invisible characters, broken escapes.
 */
export function asSlug(segment: string): Slug | null {
  const decoded = decodeOnce(segment)?.trim().toLowerCase().normalize('NFC');
  if (decoded === undefined || decoded === '' || decoded.length > SLUG_MAX_LENGTH) return null;
  // The first expression says nothing new: it spares most slugs the second, which takes milliseconds to build.
  const isWord = /^[\w-]+$/u.test(decoded);
  const isClean =
    isWord ||
    (/^(?:\p{ExtPict}\ufe0f?|(?!\p{DI})[\p{L}\p{N}\p{M}\p{RI}\p{EMod}._'’&~-])+$/u.test(decoded) &&
      !/^\.$|\.\./u.test(decoded));
  return isClean ? (decoded as Slug) : null;
}

/* eslint-enable @typescript-eslint/consistent-type-assertions */

function decodeOnce(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/**
 * The member number inside an `ACoAA…`, `ACwAA…` or `AEMAA…` id (docs/linkedin-pages.md#member-ids, measured on 25 pairs). Undocumented
 * by LinkedIn, so it only votes on whether two ids belong together. Null when it does not decode.
 */
export function memberNumber(id: string): number | null {
  if (!ANY_ID.test(id)) return null;
  // Nine of the 29 bytes, which twelve characters hold: `00`, type, number, `01`.
  const bytes = atob(id.slice(0, 12).replaceAll('-', '+').replaceAll('_', '/'));
  let number = 0;
  for (let at = 2; at < 8; at += 1) number = number * 256 + bytes.charCodeAt(at);
  return number;
}
