import { FIELD_MAX_LENGTH } from './limits';

/** A page's text as a value: NFC, without zero-width and bidirectional control characters, spaces collapsed, cut at the limit. */
export function clean(text: string): string {
  return tidy(text.replace(/\s+/gu, ' '));
}

/** Like `clean`, but line breaks stay. */
export function cleanLines(text: string): string {
  return tidy(
    text
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/ ?\n ?/gu, '\n')
      .replace(/\n{3,}/gu, '\n\n'),
  );
}

function tidy(text: string): string {
  const bounded = text.slice(0, FIELD_MAX_LENGTH * 4).normalize('NFC');
  return bounded
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .trim()
    .slice(0, FIELD_MAX_LENGTH)
    .toWellFormed();
}

/** `He/Him`, `(She/Her)` and the like. */
export function isPronouns(text: string): boolean {
  return /^\(?\p{L}{1,12}(?:\/\p{L}{1,12}){1,3}\)?$/u.test(text);
}

/** A mark of how far somebody is away: `· 2nd`, `2.`, `2º`, `3rd+`, `2度`. */
export function isDegree(text: string): boolean {
  return /^[·•]?\s*\d\+?\s*(?:st|nd|rd|th|er|e|º|ª|°|\.|度)?\+?$/u.test(text);
}

/** `495 connections`, `105,570 followers`: a number, then words. */
export function isCount(text: string): boolean {
  return /^[\d.,\s\u00a0]+\+?\s*\p{L}/u.test(text);
}

/** Nothing but separators, or LinkedIn's `--` for an empty headline. */
export function isBlank(text: string): boolean {
  return /^[\s·•|–—-]*$/u.test(text);
}

/** The right half of a range of dates holds no year: it goes on today (linkedin/pages.md 2b). */
export function isOngoing(range: string): boolean {
  const [, end] = range.split(/\s[-–—]\s/u);
  return end !== undefined && !/\p{Nd}{4}/u.test(end.split('·')[0] ?? '');
}
