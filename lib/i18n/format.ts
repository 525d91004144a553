import { LOCALE } from './text';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const time = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayLong = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const dayWithYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const dayShort = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

const conjunction = new Intl.ListFormat(LOCALE, { type: 'conjunction' });

/** `Q4 outreach and Autumn` */
export function formatNames(names: readonly string[]): string {
  return conjunction.format(names);
}

/** `14:02` */
export function formatTime(iso: string): string {
  return time.format(new Date(iso));
}

/** `3 May 2029` */
export function formatDate(iso: string): string {
  return dayWithYear.format(new Date(iso));
}

/** `3 May`, with the year when it is not the current one. */
export function formatDateShort(iso: string, nowMs: number): string {
  const date = new Date(iso);
  return date.getFullYear() === new Date(nowMs).getFullYear() ? dayShort.format(date) : dayWithYear.format(date);
}

/** Heading of a day in a thread: `today`, `yesterday`, `Tuesday 17 November`, or with the year. */
export function formatDay(iso: string, nowMs: number): string {
  const date = new Date(iso);
  const days = calendarDaysBetween(date, new Date(nowMs));
  if (days === 0 || days === 1) return capitalise(relative.format(-days, 'day'));
  return date.getFullYear() === new Date(nowMs).getFullYear() ? dayLong.format(date) : dayWithYear.format(date);
}

/** `2 days ago`, `5 minutes ago`, `now`. */
export function formatAgo(iso: string, nowMs: number): string {
  const ms = Math.max(0, nowMs - Date.parse(iso));
  if (ms < MINUTE_MS) return relative.format(0, 'second');
  if (ms < 60 * MINUTE_MS) return relative.format(-Math.floor(ms / MINUTE_MS), 'minute');
  if (ms < DAY_MS) return relative.format(-Math.floor(ms / (60 * MINUTE_MS)), 'hour');
  return relative.format(-calendarDaysBetween(new Date(iso), new Date(nowMs)), 'day');
}

function calendarDaysBetween(earlier: Date, later: Date): number {
  const midnight = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(later) - midnight(earlier)) / DAY_MS);
}

function capitalise(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(LOCALE) + text.slice(1);
}
