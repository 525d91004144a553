import { plainPart, splitName } from '@/lib/domain/person-name';
import type { ReadField, Reading } from '@/lib/domain/reading';
import { missingIn, type Fields } from '../evidence/fields';

/** Kinds of page on which a company is expected. */
const WITH_COMPANY: ReadonlySet<Reading['kind']> = new Set(['profile', 'sales-lead', 'recruiter']);

/**
 * Completes a reading with knowledge of words, outside the page so that the readers stay small: drops "Self-employed" in
 * any language as a company, and gives first and last name without titles, credentials and pictures, split from the full
 * name when the page does not give them.
 */
export function interpret(reading: Reading): Reading {
  const fields = interpreted(reading.fields);
  const { firstName, lastName, ...others } = fields;
  const isGiven = firstName !== undefined || lastName !== undefined;
  return {
    ...reading,
    fields: {
      ...others,
      ...(isGiven ? { ...plain('firstName', firstName), ...plain('lastName', lastName) } : splitParts(fields.name)),
    },
    missing: WITH_COMPANY.has(reading.kind) ? missingIn(fields) : reading.missing,
    people: reading.people.map((person) => ({ ...person, fields: interpreted(person.fields) })),
  };
}

function interpreted(fields: Fields): Fields {
  const { company, ...others } = fields;
  return company === undefined || isSelfEmployed(company.value) ? others : fields;
}

/** A part as the page gives it, without what is no name. */
function plain(which: 'firstName' | 'lastName', part: ReadField | undefined): Fields {
  const value = part && plainPart(part.value, which === 'lastName');
  return part === undefined || !value ? {} : { [which]: { ...part, value } };
}

/** First and last name split from the full name: proven only if the name is proven and the split certain. */
function splitParts(name: ReadField | undefined): Fields {
  if (name === undefined) return {};
  const split = splitName(name.value);
  if (split === null) return {};
  const certainty = split.certain ? name.certainty : 'inferred';
  return {
    firstName: { value: split.firstName, evidence: 'split', certainty },
    lastName: { value: split.lastName, evidence: 'split', certainty },
  };
}

/**
 * Texts in a company's place that mean there is none: "Self-employed" and "Freelance" in the interface languages. A company
 * with such a name is left out, which is better than a wrong value.
 */
const WORDS =
  'self-employed|freelance|freelancer|selbständig|selbstständig|freiberuflich|freiberufler|' +
  'indépendant|travailleur indépendant|autónomo|trabajador por cuenta propia|profesional independiente|' +
  'autônomo|profissional autônomo|trabalhador independente|autonomo|lavoratore autonomo|libero professionista|' +
  'zelfstandig|zelfstandig ondernemer|samozatrudnienie|wolny strzelec|własna działalność|osvč|na volné noze|' +
  'egenföretagare|egen företagare|frilans|frilansare|frilanser|selvstændig|selvstændig erhvervsdrivende|' +
  'selvstendig næringsdrivende|yrittäjä|itsenäinen ammatinharjoittaja|szabadúszó|önálló vállalkozó|liber profesionist|' +
  'serbest meslek|serbest çalışan|самозанятый|фриланс|фрилансер|самозайнятий|самозайнята особа|' +
  'αυτοαπασχολούμενος|ελεύθερος επαγγελματίας|عمل حر|أعمال حرة|عمل مستقل|مستقل|خویشفرما|آزادکار|עצמאי|פרילנס|स्व-नियोजित|स्वरोजगार|फ़्रीलांस|फ्रीलांस|' +
  'wiraswasta|pekerja lepas|bekerja sendiri|ประกอบอาชีพอิสระ|อาชีพอิสระ|ฟรีแลนซ์|tự làm chủ|làm việc tự do|' +
  'selbstständige|selbständige|freiberuflerin|indépendante|travailleuse indépendante|autónoma|autônoma|' +
  'profissional autônoma|trabalhadora independente|lavoratrice autonoma|libera professionista|zelfstandige|' +
  'samozatrudniona|samozatrudniony|самозанятая|фрилансерша|самозайнята|αυτοαπασχολούμενη|עצמאית|' +
  '自営業|個人事業主|フリーランス|자영업|프리랜서|自由职业|自由职业者|个体经营|自雇|自由業|自由工作者|自僱|接案';

const SELF_EMPLOYED: ReadonlySet<string> = new Set(WORDS.split('|').map(fold));

/** Ignores case, accents, joiners and kinds of hyphens and spaces, which people often type differently. */
function fold(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u200c\u200d]/gu, '')
    .replaceAll('ς', 'σ')
    .replaceAll('ı', 'i')
    .replace(/[\s\u2010-\u2015-]+/gu, ' ')
    .trim();
}

/** Whether a text in a company's place means that there is no company. */
export function isSelfEmployed(company: string): boolean {
  const bare = company.replace(/\s*[(（][^()（）]*[)）]\s*$/u, '');
  return bare.split('/').every((part) => SELF_EMPLOYED.has(fold(part)));
}
