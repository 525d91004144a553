import { rawText, visibleText } from './dom';
import { FIELD_MAX_LENGTH } from './limits';

/** An element's text as a value; empty where there is no element. */
export function textOf(element: Element | null): string {
  return element === null ? '' : clean(rawText(element));
}

/** Like `textOf`, without what only screen readers get. */
export function visibleTextOf(element: Element | null): string {
  return element === null ? '' : clean(visibleText(element));
}

/** A page's text as a value: NFC, without control characters and joiners that join nothing, spaces collapsed, cut at the limit. */
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
  // Most texts hold no joiner, and the expression that judges them takes milliseconds to build.
  const joined = /[\u200c\u200d]/u.test(bounded) ? bounded.replace(STRAY_JOINERS, '') : bounded;
  return joined.replace(INVISIBLE, '').trim().slice(0, FIELD_MAX_LENGTH).toWellFormed();
}

const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Joiners that join nothing: Persian, Indic scripts and emoji are spelt with them. */
const STRAY_JOINERS = /(?<![\p{sc=Arab}\p{M}\p{ExtPict}\p{EMod}])[\u200c\u200d]|[\u200c\u200d](?!\S)/gu;

/** `He/Him`, `(She/Her)` and the like. */
export function isPronouns(text: string): boolean {
  return /^\(?\p{L}{1,6}(?:\/\p{L}{1,6}){1,3}\)?$/u.test(text);
}

/** A mark of how far somebody is away: `· 2nd`, `2.`, `2º`, `3rd+`, `2度`, `· 2촌`. */
export function isDegree(text: string): boolean {
  return /^[·•]\s*(?:$|\p{Nd})|^\s*\p{Nd}\+?\s*(?:st|nd|rd|th|er|e|º|ª|°|\.|度|次|촌|-?й|-?я)?\+?$/u.test(text);
}

/** `495 connections`, `Más de 500 contactos`, `팔로워 105,570명`: words and a number, in any order. No place has one. */
export function isCount(text: string): boolean {
  return /^\p{Nd}|(?:\p{Nd}[.,٬٫\s]?){3}/u.test(text);
}

/** Nothing but separators, or LinkedIn's `--` for an empty headline. */
export function isBlank(text: string): boolean {
  return /^[\s·•|–—-]*$/u.test(text);
}

/** The second half of a range of dates, of which the first has a year: `Jun 2024 - Present · 2 yrs`, `2024年6月 - 现在`. */
function rangeEnd(text: string): string | undefined {
  const [start = '', end] = text.split(/\s[-—]\s|\s?[–~〜]\s?/u);
  return YEAR.test(start) ? end?.split('·')[0] : undefined;
}

const YEAR = /\p{Nd}{4}/u;

export function isRange(text: string): boolean {
  return rangeEnd(text) !== undefined;
}

/** The end of a range of dates holds no year: it goes on today (docs/linkedin-pages.md#current). */
export function isOngoing(text: string): boolean {
  const end = rangeEnd(text);
  return end !== undefined && !YEAR.test(end);
}
