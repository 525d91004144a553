import { hi, id, th, tr, vi } from './languages/asian';
import { ja, ko, zhHans, zhHant } from './languages/east-asian';
import { da, de, en, nl, no, sv } from './languages/germanic';
import type { Language } from './languages/language';
import { el, fi, hu } from './languages/other-european';
import { es, fr, it, pt, ro } from './languages/romance';
import { ar, fa, he } from './languages/rtl';
import { cs, pl, ru, uk } from './languages/slavic';

/** LinkedIn's interface languages of the sample pages, by LinkedIn's own code. */
export const languages: readonly Language[] = [
  ...[en, de, nl, sv, da, no],
  ...[fr, es, pt, it, ro],
  ...[pl, cs, ru, uk],
  ...[fi, hu, el, tr],
  ...[ar, he, fa],
  ...[ja, ko, zhHans, zhHant],
  ...[hi, th, vi, id],
];

/** Replaces `{}`. */
export function fill(template: string, name: string): string {
  return template.replace('{}', () => name);
}
