/**
 * What LinkedIn, or its members in their own languages, write in a company's place when there is none: "Self-employed"
 * and "Freelance" in the interface languages. A company that is really called so is a gap, not a wrong value.
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

/** Without case, accents, joiners and kinds of hyphens and spaces: capitals and keyboards often lose them. */
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

/** Whether the words in a company's place say that there is no company. */
export function isSelfEmployed(company: string): boolean {
  const bare = company.replace(/\s*[(（][^()（）]*[)）]\s*$/u, '');
  return bare.split('/').every((part) => SELF_EMPLOYED.has(fold(part)));
}
