import { isBlank } from '../page/text';

/** Stems of "career", "work" and "profession" in LinkedIn's interface languages. */
const CAREER =
  /[ck]ar+i?y?[eéèä]+i?[rř]|beruf|prof[ei]s|zawod|yrkes|szakm|loopb|lavor|työ|kerja|nghiệp|việc|кар..р|καρι|επαγ|مهن|شغل|وظيف|عمل|קריי|[कै]रि|ক্যার|ਰੀਅਰ|కెరీ|งาน|キャリ|경력|职|職/u;
/** Stems of "break", "pause" and "interruption" in the same languages. */
const BREAK =
  /break|pau[sz]|ausz|nterru|întrer|onderb|rzerw|pře|uppeh|avbr|tauk|szün|megsz|mola|arası|перер|пауз|διακ|παύσ|وقف|انقطا|استرا|הפסק|ब्रे|ব্রে|বির|ਬ੍ਰੇ|బ్రే|విరా|jeda|rehat|พัก|nghỉ|gián|tạm|ブレ|휴|단절|공백|空窗|中断|中斷|休/u;
/** The other names of a break, and short words for having no job. */
const NO_JOB =
  /^(?:auszeit|urakatko|uratauko|휴직|離職期間|sabbatical|unemployed|job ?seeker|open to work|between jobs|retired)$/u;
/** To look for, then work, in the languages with the verb first; the sentence may go on after a preposition. */
const SEEKING = new RegExp(
  `^(?:(?:\\p{L}{1,3}|i['’]m|\\p{L}+ly|\\p{L}+mente?|aktiv\\p{L}*|estoy|estou|sono|alla) ){0,3}(?:${[
    'seeking|looking for|searching|exploring|open to new|suche?|(?:re)?cherche|b[uú]s(?:co|ca|cando|queda)|procur(?:[ao]|ando)',
    'cerc(?:[ao]|ando)|(?<=alla )ricerca|zoek(?:ende?)?|söker|sø[gk]er|etsin|mencari|c[aă]ut(?:area)?|(?:po)?szuk\\p{L}+|hled\\p{L}+',
    '(?:ищ|поиск|шука|пошук|αναζ|.?بحث|باحث|جویا|מחפש)\\p{L}*',
  ].join('|')}) (?:.*[ '’])?(?:${[
    'op+ort|jobb?|roles?|work|position|challenge|arbe|stell|herausf|empl|empreg|poste|stage|alternan|trab|desaf|retos?',
    'lavor|impieg|occupaz|baan|werk|uitdag|utman|möjlig|udford|utford|mulig|töi|työ|haast|pra[ck]|prác|wyzw|výzv|munc',
    'pekerja|kerja|р[ао]бот|εργασ|عمل|وظيف|کار|עבוד',
  ].join('|')})\\p{L}*(?=$| ?[^\\p{L}\\s]| (?:in|as|at|for|als|bei|en|dans|como|come|som|w|v|na|в|у) )`,
  'u',
);
/** The same in one word or with the verb last; having no job, parental leave, running a household, being in transition. */
const WITHOUT_JOB = new RegExp(
  `^(?:${[
    '(?:auf )?(?:arb\\p{L}+|jobb?|stellen|werk|työn)[- ]?(?:such|zoek|sø[gk]|sök|hak)\\p{L}*|i\\u0307?ş ar\\p{L}+|(?:állás|munká)t keres\\p{L}*',
    '(?:đang )?tìm việc(?: làm)?|(?:กำลัง)?หางาน|ว่างงาน|(?:就|転)?[求就転]職(?:活動)?中|求职中?|[待失無][業业職]中?|(?:正在)?找工作|(?:구직|취업 준비) ?중|무직',
    'नौकरी .*तलाश.*|नोकरी.*शोध.*|চাকরি.*(?:খুঁজ|সন্ধান).*|ਨੌਕਰੀ .*ਭਾਲ.*|ఉద్యోగ.*(?:వెతు|అన్వే).*|बेरोज़?गार',
    '(?:currently )?(?:not|un) ?(?:currently )?(?:employed|working)|jobless|between (?:roles|opportunities)|sans emploi|au chômage',
    'arbeitslos|arbetslös|arbejdsløs|arbeidsledig|werkloos|desempleado?a?|desempregado?a?|en paro|disoccupat[oa]|työtön',
    'bezrobotn[ya]|nezaměstnan[ýá]|șomeră?|munkanélküli|i\\u0307?şsiz|безработн\\p{L}+|безробітн\\p{L}+|άνεργ\\p{L}+|عاطل عن العمل|מובטלת?',
    'tidak bekerja|menganggur|thất nghiệp|(?:on )?(?:parental|maternity|paternity|family|adoption) leave',
    '(?:in )?elternzeit|mutterschutz|(?:en )?congé (?:parental|(?:de )?[mp]aternité)|(?:baja|permiso) (?:por )?(?:parental|[mp]aternidad|[mp]aternal)',
    'licen[cç]a[ -](?:parental|[mp]aternidade)|(?:in )?congedo (?:parentale|(?:di )?maternità)|(?:ouderschaps|zwangerschaps)verlof',
    'föräldraled\\p{L}+|barselsorlov|forældreorlov|foreldrepermisjon|vanhempainvapaa|äitiysloma|urlop (?:macierzyński|rodzicielski)',
    '(?:mateřská|rodičovská)(?: dovolená)?|concediu (?:parental|de maternitate)|gyes|doğum izni|(?:в )?декрет\\p{L}*|декретн\\p{L}+ отпуск',
    '育休|産休|育児休業|육아휴직|产假|育[儿嬰婴]假',
    'home ?maker|house ?wife|hausfrau|hausmann|stay[- ]at[- ]home (?:mom|mum|mother|dad|father|parent)|(?:ama|dona) de casa|casalinga',
    'ev hanımı|домохозяйка|(?:専業)?主婦|(?:전업)?주부|家庭主[妇婦]|in (?:career )?transition|(?:en|em|in) transi(?:tion|ción|ção|zione|tie)(?: (?:de |di )?(?:prof|carr)\\p{L}+)?',
  ].join('|')})$`,
  'u',
);
/** What stands for an employer that is not named. */
const UNNAMED =
  /^(?:n[./]?a\.?|none|nil|null|tb[acd]|various|stealth(?: mode)?(?: startup)?|confiden[ct]i[ae]l|vertraulich|riservato)$/iu;
/** No name of a break is longer. */
const LONGEST = 45;

/** LinkedIn's own entry for a career break, or a short word for one: all that the readers know, since they must be small. */
export function isCareerBreak(text: string): boolean {
  const words = text.toLowerCase();
  return NO_JOB.test(words) || (words.length <= LONGEST && CAREER.test(words) && BREAK.test(words));
}

/**
 * Whether an entry with this title or employer is no job, such as a career break or the search for a job. A company with
 * such a name is left out, which is better than a wrong value.
 */
export function isNoJob(text: string): boolean {
  const words = text.toLowerCase();
  return isCareerBreak(text) || SEEKING.test(words) || WITHOUT_JOB.test(words);
}

/** Whether a text in an employer's place names none. */
export function isNoEmployer(text: string): boolean {
  return isBlank(text) || UNNAMED.test(text);
}
