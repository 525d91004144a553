import { activeLocale } from './text';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A formatter of the active locale, made anew when the locale changes. */
function perLocale<T>(create: (locale: string) => T): () => T {
  let made: { readonly locale: string; readonly value: T } | null = null;
  return () => {
    const locale = activeLocale();
    made = made?.locale === locale ? made : { locale, value: create(locale) };
    return made.value;
  };
}

/** Formats dates; those of damaged records may be unusable. */
const dateFormat = (options: Intl.DateTimeFormatOptions) => {
  const format = perLocale((locale) => new Intl.DateTimeFormat(locale, options));
  return (date: Date): string => (Number.isNaN(date.getTime()) ? '–' : format().format(date));
};
const time = dateFormat({ hour: '2-digit', minute: '2-digit' });
const dayLong = dateFormat({ weekday: 'long', day: 'numeric', month: 'long' });
const dayWithYear = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });
const dayShort = dateFormat({ day: 'numeric', month: 'short' });
const relative = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const conjunction = perLocale((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const collator = perLocale((locale) => new Intl.Collator(locale, { numeric: true }));

/** `Q4 outreach and Autumn` */
export function formatNames(names: readonly string[]): string {
  return conjunction().format(names);
}

/** `14:02` */
export function formatTime(iso: string): string {
  return time(new Date(iso));
}

/** `3 May 2029` */
export function formatDate(iso: string): string {
  return dayWithYear(new Date(iso));
}

/** `3 May`, with the year when it is not the current one. */
export function formatDateShort(iso: string, nowMs: number): string {
  const date = new Date(iso);
  const format = date.getFullYear() === new Date(nowMs).getFullYear() ? dayShort : dayWithYear;
  return format(date);
}

/** `14:02`, with the date unless it is today. */
export function formatTimeOrDate(iso: string, nowMs = Date.now()): string {
  const isToday = new Date(iso).toDateString() === new Date(nowMs).toDateString();
  return isToday ? formatTime(iso) : `${formatDateShort(iso, nowMs)}, ${formatTime(iso)}`;
}

/** Heading of a day in a thread: `Today`, `Yesterday`, `Tuesday 17 November`, or with the year. */
export function formatDay(iso: string, nowMs: number): string {
  const date = new Date(iso);
  const days = calendarDaysBetween(date, new Date(nowMs));
  if (days === 0 || days === 1) return capitalise(relative().format(-days, 'day'));
  const format = date.getFullYear() === new Date(nowMs).getFullYear() ? dayLong : dayWithYear;
  return format(date);
}

/** `2 days ago`, `5 minutes ago`, `now`. */
export function formatAgo(iso: string, nowMs: number): string {
  const ms = Math.max(0, nowMs - Date.parse(iso));
  const ago = (count: number, unit: Intl.RelativeTimeFormatUnit): string => relative().format(-count, unit);
  if (ms < MINUTE_MS) return ago(0, 'second');
  if (ms < 60 * MINUTE_MS) return ago(Math.floor(ms / MINUTE_MS), 'minute');
  if (ms < DAY_MS) return ago(Math.floor(ms / (60 * MINUTE_MS)), 'hour');
  return ago(calendarDaysBetween(new Date(iso), new Date(nowMs)), 'day');
}

/** The order of names in the active locale; digits count as numbers. The same object until the locale changes. */
export function nameOrder(): Intl.Collator {
  return collator();
}

/** A language's name in itself: `Deutsch`. */
export function languageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}

function calendarDaysBetween(earlier: Date, later: Date): number {
  const midnight = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(later) - midnight(earlier)) / DAY_MS);
}

function capitalise(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(activeLocale()) + text.slice(1);
}
