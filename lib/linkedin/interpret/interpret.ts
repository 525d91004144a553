import { plainPart, splitName } from '@/lib/domain/person-name';
import type { CurrentRole, FieldName, ReadField, Reading } from '@/lib/domain/reading';
import { collect, field, missingIn, type Fields } from '../evidence/fields';
import { isNoEmployer, isNoJob } from '../evidence/no-job';
import { isBlank } from '../page/text';

/** Kinds of page on which a company is expected. */
const WITH_COMPANY: ReadonlySet<Reading['kind']> = new Set(['profile', 'sales-lead', 'recruiter']);

/**
 * Completes a reading with knowledge of words, outside the page so that the readers stay small: drops "Self-employed" and
 * placeholders in any language as a company, entries that are no jobs, and gives first and last name without titles, credentials and pictures, split from the full
 * name when the page does not give them.
 */
export function interpret(reading: Reading): Reading {
  const fields = interpreted(reading.fields);
  return {
    ...reading,
    fields: collect({ ...fields, ...parts(fields) }),
    missing: WITH_COMPANY.has(reading.kind) ? missingIn(fields) : reading.missing,
    people: reading.people.map((person) => ({ ...person, fields: interpreted(person.fields) })),
  };
}

/**
 * The fields without an entry that is no job, or only without an employer that is none. Another current role takes the
 * place of such an entry, as a suggestion.
 */
function interpreted({ position, company, ...fields }: Fields): Fields {
  const jobs = position?.otherRoles?.filter((role) => !isBlank(role.position) && !isNoJobAt(role));
  if (isNoJobAt({ position: position?.value ?? '', company: company?.value ?? null })) {
    const [next, ...others] = jobs ?? [];
    if (position === undefined || next === undefined) return fields;
    const { evidence } = position;
    const instead = { value: next.position, evidence, certainty: 'inferred' as const };
    return interpreted({
      ...fields,
      position: others.length === 0 ? instead : { ...instead, otherRoles: others },
      ...(next.company !== null && { company: { ...instead, value: next.company } }),
    });
  }
  const roles = jobs?.map((role) => ({ position: role.position, company: employer(role.company) }));
  return {
    ...fields,
    ...(position && { position: roles === undefined ? position : { ...position, otherRoles: roles } }),
    ...(company !== undefined && employer(company.value) !== null && { company }),
  };
}

function isNoJobAt({ position, company }: CurrentRole): boolean {
  return isNoJob(position) || isNoJob(company ?? '');
}

function employer(company: string | null): string | null {
  return company === null || isNoEmployer(company) || isSelfEmployed(company) ? null : company;
}

/**
 * First and last name without what is no name: as the page gives them, else split from the full name, then proven only if
 * the name is proven and the split certain.
 */
function parts({ name, firstName, lastName }: Fields): Partial<Record<FieldName, ReadField | null>> {
  if (firstName !== undefined || lastName !== undefined)
    return { firstName: plain(firstName, false), lastName: plain(lastName, true) };
  const split = name === undefined ? null : splitName(name.value);
  const certainty = split?.certain === true ? name?.certainty : 'inferred';
  return split === null
    ? {}
    : { firstName: field(split.firstName, 'split', certainty), lastName: field(split.lastName, 'split', certainty) };
}

function plain(part: ReadField | undefined, isLast: boolean): ReadField | null {
  return part === undefined ? null : field(plainPart(part.value, isLast), part.evidence, part.certainty);
}

/**
 * Texts in a company's place that mean there is none: "Self-employed" and "Freelance" in the interface languages, for men
 * and women, without accents. A company with such a name is left out, which is better than a wrong value.
 */
const WORDS =
  'self-employed|freelancer?|selb(st)?standige?|freiberufl(ich|er(in)?)|(travailleur |travailleuse )?independante?|' +
  '((profissional|lavoratore|lavoratrice) )?autonom[oa]|trabajador por cuenta propia|profesional independiente|' +
  'trabalhadora? independente|liber[oa] professionista|liber profesionist|zelfstandig(e| ondernemer)?|' +
  'samozatrudni(enie|on[ay])|wolny strzelec|własna działalnosc|osvc|na volne noze|egen ?foretagare|frilans(are|er)?|' +
  'selvstændig( erhvervsdrivende)?|selvstendig næringsdrivende|yrittaja|itsenainen ammatinharjoittaja|szabaduszo|' +
  'onallo vallalkozo|serbest (meslek|calısan)|самозанят(ый|ая)|фриланс(ер(ша)?)?|самозайнят(ий|а( особа)?)|' +
  'αυτοαπασχολουμεν(ος|η)|ελευθερος επαγγελματιας|عمل حر|أعمال حرة|(عمل )?مستقل|خویشفرما|آزادکار|עצמאית?|פרילנס|' +
  'स्व-नियोजित|स्वरोजगार|फ्रीलांस|wiraswasta|pekerja lepas|bekerja sendiri|(ประกอบ)?อาชีพอิสระ|ฟรีแลนซ์|tu lam chu|' +
  'lam viec tu do|自営業|個人事業主|フリーランス|자영업|프리랜서|自由职业者?|个体经营|自[雇僱]|自由業|自由工作者|接案';

const SELF_EMPLOYED = new RegExp(`^(?:${fold(WORDS)})$`, 'u');

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
  return bare.split('/').every((part) => SELF_EMPLOYED.test(fold(part)));
}
