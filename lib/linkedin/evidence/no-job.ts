import { isBlank } from '../page/text';

/** Stems of "career", "work" and "profession" in LinkedIn's interface languages. */
const CAREER =
  /[ck]ar+i?y?[eéèä]+i?[rř]|beruf|prof[ei]s|zawod|yrkes|szakm|loopb|työ|kerja|nghiệp|việc|кар..р|καρι|επαγ|مهن|شغل|وظيف|عمل|קריי|[कै]रि|ক্যার|ਰੀਅਰ|కెరీ|งาน|キャリ|경력|职|職/u;
/** Stems of "break", "pause" and "interruption" in the same languages. */
const BREAK =
  /break|pau[sz]|ausz|nterru|întrer|onderb|rzerw|pře|uppeh|avbr|tauk|szün|megsz|mola|arası|перер|пауз|διακ|παύσ|وقف|انقطا|استرا|הפסק|ब्रे|ব্রে|বির|ਬ੍ਰੇ|బ్రే|విరా|jeda|rehat|พัก|nghỉ|gián|tạm|ブレ|휴|단절|공백|空窗|中断|中斷|休/u;
/** The other names of a break, and what people write who have no job. */
const NO_JOB =
  /^(?:auszeit|urakatko|uratauko|휴직|離職期間|sabbatical|unemployed|job ?seeker|open to work|between jobs|retired)$/u;
/** What stands for an employer that is not named. */
const UNNAMED =
  /^(?:n[./]?a\.?|none|nil|null|stealth(?: mode)?(?: startup)?|confiden[ct]i[ae]l|vertraulich|riservato)$/iu;
/** No name of a break is longer. */
const LONGEST = 45;

/**
 * Whether an entry with this title or employer is no job, such as LinkedIn's own entry for a career break. A company with
 * such a name is left out, which is better than a wrong value.
 */
export function isNoJob(text: string): boolean {
  const words = text.toLowerCase();
  return NO_JOB.test(words) || (words.length <= LONGEST && CAREER.test(words) && BREAK.test(words));
}

/** Whether a text in an employer's place names none. */
export function isNoEmployer(text: string): boolean {
  return isBlank(text) || UNNAMED.test(text);
}
