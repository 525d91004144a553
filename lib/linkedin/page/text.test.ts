import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portraitUrl } from '../evidence/fields';
import { memberNumber } from '../address/ids';
import { isSelfEmployed } from '../interpret/interpret';
import { clean, isCount, isDate, isDegree, isOngoing, isPronouns, isRange } from './text';
import { languages } from '@/e2e/linkedin/samples/languages';
import { cast } from '@/e2e/support/cast';

describe('text off a page', () => {
  it.each([
    ['  Mira \n Okonkwo ', 'Mira Okonkwo'],
    ['Mira\u200b\u202e Okonkwo\u2069', 'Mira Okonkwo'],
    ['Zoe\u0308', 'Zoë'],
    ['Mi\u200cra\u200d Okonkwo', 'Mira Okonkwo'],
    ['می\u200cخرم', 'می\u200cخرم'],
    ['👩\u200d💻 hi', '👩\u200d💻 hi'],
    ['lone \ud800 half', 'lone \ufffd half'],
  ])('%j is cleaned to %j', (raw, value) => {
    expect(clean(raw)).toBe(value);
  });

  it.each([
    [isPronouns, 'She/Her', true],
    [isPronouns, '(He/Him)', true],
    [isPronouns, 'Sales/Marketing lead', false],
    [isPronouns, 'CEO/Founder', false],
    [isDegree, '• Builder of quiet things', false],
    [isDegree, '·', true],
    [isCount, '팔로워 105,570명', true],
    [isCount, 'Más de 500 contactos', true],
    [isCount, 'Mehr als 500 Kontakte', true],
    [isCount, 'أكثر من ٥٠٠ زميل', true],
    [isCount, 'Paris 15, Île-de-France', false],
    [isSelfEmployed, 'Self Employed', true],
    [isSelfEmployed, 'Self‑employed', true],
    [isSelfEmployed, 'Freelance/Self-employed', true],
    [isSelfEmployed, 'Self-Employed (Freelance)', true],
    [isSelfEmployed, 'Indépendante', true],
    [isSelfEmployed, 'Самозанятая', true],
    [isSelfEmployed, 'SERBEST ÇALIŞAN', true],
    [isSelfEmployed, 'Freelance Foods', false],
    [isSelfEmployed, 'Freelance/Nordlys', false],
    [isDegree, '· 2nd', true],
    [isDegree, '3rd+', true],
    [isDegree, '2nd in command', false],
    [isCount, '105,570 followers', true],
    [isDegree, '· 2촌', true],
    [isDegree, '2次', true],
    [isDegree, '3D', false],
    [isCount, 'Oslo, Norway', false],
    [isOngoing, 'Founder - Advisor', false],
    [isOngoing, 'يناير ٢٠٢١ - الوقت الحالي', true],
    [isOngoing, '2021년 1월 - 현재 · 5년', true],
    [isOngoing, 'ม.ค. 2564 – ปัจจุบัน', true],
    [isRange, '2016 - 2020', true],
    [isRange, 'Nordlys Energy - Norge', false],
    [isSelfEmployed, 'Selbstständig', true],
    [isSelfEmployed, 'フリーランス', true],
    [isSelfEmployed, 'Freelancer Union', false],
    [isOngoing, 'Jun 2024 - Present · 2 yrs', true],
    [isOngoing, 'Feb 2016 - Dec 2020 · 4 yrs', false],
    [isOngoing, '2024年6月 - 现在', true],
  ] as const)('%o tells %j: %s', (test, text, expected) => {
    expect(test(text)).toBe(expected);
  });
});

it.each(cast)('the id of $name holds the member number', ({ memberId, memberNumber: expected }) => {
  expect(memberNumber(memberId)).toBe(expected);
});

it.each([
  ['https://media.licdn.com/dms/image/v2/D4/profile-displayphoto-shrink_400_400/0/1', true],
  ['https://media.licdn.com/dms/image/v2/D4/profile-displaybackgroundimage-shrink/0/1', false],
  ['https://static.licdn.com/aero-v1/ghost', false],
  ['https://media.licdn.com.evil.example/profile-displayphoto/1', false],
  ['http://media.licdn.com/profile-displayphoto/1', false],
  ['data:image/gif;base64,R0', false],
  ['javascript:alert(1)', false],
  ['//evil/profile-displayphoto', false],
])('%s is a portrait: %s', (source, expected) => {
  expect(portraitUrl(source) !== null).toBe(expected);
});

it('a date is told from a headline in every interface language and its own numbers', () => {
  const date = fc.date({ min: new Date('2003-05-05'), max: new Date('2099-12-31'), noInvalidDate: true });
  const style = fc.constantFrom('medium' as const, 'long' as const);
  fc.assert(
    fc.property(date, fc.constantFrom(...languages), style, (day, { code }, dateStyle) => {
      expect(isDate(new Intl.DateTimeFormat(code, { dateStyle, calendar: 'gregory' }).format(day))).toBe(true);
    }),
  );
});

it.each([
  'Head of Procurement',
  'Grid planner since 2009',
  'Team 7',
  'I make 24 hours count, every one of the 3650 days that ten years have',
])('the headline %j is no date', (headline) => {
  expect(isDate(headline)).toBe(false);
});
