import type { MemberId, RecruiterId, SalesId, Slug } from '@/lib/domain/identity';

const MEMBER = /^ACoAA[\w-]{34}$/u;
const SALES = /^ACwAA[\w-]{34}$/u;
const RECRUITER = /^AEMAA[\w-]{34}$/u;
const ANY_ID = /^A[CE][owM]AA[\w-]{34}$/u;
const SLUG_MAX_LENGTH = 200;

// Parse functions: they set the brands of lib/domain without its schemas, which are too large for a reader.
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
 * The words with which the paths of LinkedIn's own pages begin, its name, and a scheme: after `/in/` they show that two
 * addresses were joined.
 */
const PATH_WORDS =
  /^(?:in|pub|company|school|showcase|jobs|feed|posts|groups|learning|search|sales|talent|recruiter|hiring|services|messaging|mynetwork|notifications|newsletters|pulse|today|events|home|help|legal|premium|people|(?:public-)?profile|view|authwall|login|signup|checkpoint|start|safety|redir|uas|comm|mwlite|https?|(?:\w+\.)*linkedin\.com)$/u;

/**
 * A path segment after `/in/` as a slug: percent-decoded once, lower case, then NFC, because some marks combine only with
 * the small letter. Null when it cannot be a slug: empty, too long, separators, control or invisible characters, broken
 * escapes, a word of LinkedIn's paths.
 */
export function asSlug(segment: string): Slug | null {
  const decoded = decodeOnce(segment)?.trim().toLowerCase().normalize('NFC');
  if (decoded === undefined || decoded === '' || decoded.length > SLUG_MAX_LENGTH) return null;
  // A shortcut: most slugs match this, and the second expression takes milliseconds to compile.
  const isWord = /^[\w-]+$/u.test(decoded);
  const isClean =
    isWord ||
    (/^(?:\p{ExtPict}\ufe0f?|(?!\p{DI})[\p{L}\p{N}\p{M}\p{RI}\p{EMod}._'’&~-])+$/u.test(decoded) &&
      !/^\.$|\.\./u.test(decoded));
  return isClean && !PATH_WORDS.test(decoded) ? (decoded as Slug) : null;
}

/* eslint-enable @typescript-eslint/consistent-type-assertions */

/** A percent-decoded text; null for broken escapes. */
export function decodeOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The number in a `urn:li:member:…` urn; `NaN` without one. */
export function numberInUrn(text: string): number {
  return Number(/urn:li:member:(\d+)/u.exec(text)?.[1]);
}

/**
 * The member number inside an `ACoAA…`, `ACwAA…` or `AEMAA…` id (docs/linkedin-pages.md#member-ids). LinkedIn does not
 * document it, so use it only to check whether two ids belong together. Null when the id cannot be decoded.
 */
export function memberNumber(id: string): number | null {
  if (!ANY_ID.test(id)) return null;
  // Twelve characters hold the first nine of 29 bytes: `00`, type, number, `01`.
  const bytes = atob(id.slice(0, 12).replaceAll('-', '+').replaceAll('_', '/'));
  let number = 0;
  for (let at = 2; at < 8; at += 1) number = number * 256 + bytes.charCodeAt(at);
  return number;
}
