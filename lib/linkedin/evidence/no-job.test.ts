import { describe, expect, it } from 'vitest';
import { isNoEmployer, isNoJob } from './no-job';

/** "Career break" in LinkedIn's interface languages, as LinkedIn or its members write it. */
const BREAKS: Readonly<Record<string, readonly string[]>> = {
  en: ['Career break', 'Career Break', 'CAREER BREAK'],
  de: ['Berufliche Auszeit', 'Karrierepause', 'Berufspause', 'Auszeit'],
  fr: ['Pause professionnelle', 'Interruption de carrière', 'Pause carrière'],
  es: ['Pausa profesional', 'Interrupción profesional', 'Pausa en la carrera profesional'],
  pt: ['Pausa na carreira', 'Interrupção na carreira', 'Pausa profissional'],
  it: ['Pausa di carriera', 'Pausa professionale', 'Interruzione di carriera', 'Pausa lavorativa'],
  nl: ['Loopbaanonderbreking', 'Carrièrepauze', 'Loopbaanpauze'],
  sv: ['Karriäruppehåll', 'Karriärpaus', 'Yrkesavbrott'],
  da: ['Karrierepause'],
  no: ['Karrierepause', 'Yrkespause'],
  fi: ['Urakatko', 'Uratauko', 'Tauko työuralla'],
  pl: ['Przerwa w karierze', 'Przerwa zawodowa'],
  cs: ['Přestávka v kariéře', 'Přerušení kariéry', 'Kariérní pauza'],
  ro: ['Pauză în carieră', 'Pauză profesională', 'Întrerupere a carierei'],
  hu: ['Karrierszünet', 'Karriermegszakítás', 'Szakmai szünet'],
  tr: ['Kariyer molası', 'Kariyer arası'],
  ru: ['Перерыв в карьере', 'Карьерная пауза'],
  uk: ['Перерва в кар’єрі', 'Перерва у карʼєрі', "Кар'єрна перерва"],
  el: ['Διακοπή καριέρας', 'Επαγγελματική παύση', 'Παύση καριέρας'],
  ar: ['فترة توقف عن العمل', 'انقطاع وظيفي', 'استراحة مهنية'],
  fa: ['وقفه شغلی', 'توقف شغلی'],
  he: ['הפסקה בקריירה', 'הפסקת קריירה'],
  hi: ['करियर ब्रेक', 'कैरियर ब्रेक'],
  mr: ['करिअर ब्रेक'],
  bn: ['ক্যারিয়ার বিরতি'],
  pa: ['ਕਰੀਅਰ ਬ੍ਰੇਕ', 'ਕੈਰੀਅਰ ਬ੍ਰੇਕ'],
  te: ['కెరీర్ బ్రేక్', 'కెరీర్ విరామం'],
  id: ['Jeda karier', 'Rehat karier'],
  ms: ['Rehat kerjaya', 'Jeda kerjaya'],
  th: ['พักงาน', 'ช่วงพักงาน', 'หยุดพักการทำงาน'],
  vi: ['Tạm nghỉ việc', 'Gián đoạn sự nghiệp', 'Tạm dừng sự nghiệp'],
  ja: ['キャリアブレイク', 'キャリアブレーク', '休職', '休職期間', '離職期間'],
  ko: ['경력 단절', '경력 공백', '휴직'],
  'zh-Hans': ['职业空窗期', '职业中断', '职业休整期'],
  'zh-Hant': ['職涯空窗期', '職涯中斷', '職業休整'],
};

/** What people write who look for a job, have none, are on parental leave, or run a household. */
const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  en: ['Looking for new opportunities', 'Actively seeking opportunities', 'Seeking new role', 'I’m looking for work'],
  'en, longer': ['Currently seeking a new position in Oslo', 'Open to new opportunities', 'Seeking employment | Oslo'],
  'en, states': [
    'In transition',
    'In career transition',
    'Parental Leave',
    'On maternity leave',
    'Homemaker',
    'Not employed',
  ],
  de: ['Arbeitssuchend', 'Arbeitsuchend', 'Auf Jobsuche', 'Suche neue Herausforderung', 'Elternzeit', 'Hausfrau'],
  fr: ['En recherche d’emploi', "En recherche d'emploi", 'À la recherche d’un poste', 'Congé parental', 'Sans emploi'],
  es: ['En búsqueda de empleo', 'Busco trabajo', 'En busca de nuevas oportunidades', 'Ama de casa', 'En transición'],
  pt: ['Em busca de novas oportunidades', 'À procura de emprego', 'Desempregado', 'Licença-maternidade'],
  it: [
    'In cerca di lavoro',
    'Alla ricerca di nuove opportunità',
    'Disoccupata',
    'Casalinga',
    'In transizione di carriera',
  ],
  nl: ['Op zoek naar werk', 'Op zoek naar een nieuwe uitdaging', 'Werkzoekend', 'Werkloos'],
  sv: ['Arbetssökande', 'Söker nytt jobb', 'Föräldraledig'],
  da: ['Jobsøgende', 'Søger nye udfordringer', 'Barselsorlov'],
  no: ['Arbeidssøkende', 'Søker nye muligheter', 'Foreldrepermisjon'],
  fi: ['Työnhakija', 'Etsin töitä', 'Työtön'],
  pl: ['Szukam pracy', 'W poszukiwaniu pracy', 'Bezrobotna'],
  cs: ['Hledám práci', 'Rodičovská dovolená'],
  ro: ['În căutarea unui loc de muncă', 'Șomer'],
  hu: ['Állást keresek', 'Munkanélküli'],
  tr: ['İş arıyorum', 'iş arıyorum', 'İşsiz', 'Ev hanımı'],
  ru: ['Ищу работу', 'В поиске работы', 'Безработный', 'Декретный отпуск'],
  uk: ['Шукаю роботу', 'У пошуку роботи', 'Безробітна'],
  el: ['Αναζητώ εργασία', 'Άνεργος'],
  ar: ['باحث عن عمل', 'أبحث عن وظيفة'],
  fa: ['جویای کار'],
  he: ['מחפשת עבודה', 'מובטל'],
  hi: ['नौकरी की तलाश'],
  mr: ['नोकरीच्या शोधात'],
  bn: ['চাকরি খুঁজছি'],
  pa: ['ਨੌਕਰੀ ਦੀ ਭਾਲ'],
  te: ['ఉద్యోగం వెతుకుతున్నాను'],
  id: ['Mencari pekerjaan', 'Tidak bekerja'],
  ms: ['Mencari kerja'],
  th: ['กำลังหางาน', 'ว่างงาน'],
  vi: ['Đang tìm việc', 'Thất nghiệp'],
  ja: ['求職中', '転職活動中', '無職', '専業主婦', '育児休業'],
  ko: ['구직 중', '무직', '육아휴직'],
  'zh-Hans': ['求职中', '待业', '正在找工作'],
  'zh-Hant': ['求職中', '待業中'],
};

describe('an entry that is no job', () => {
  it.each(Object.entries(WITHOUT))('is recognised by what people write in %s', (_, words) => {
    expect(words.filter((text) => !isNoJob(text))).toEqual([]);
  });

  it.each(Object.entries(BREAKS))('is recognised by its words in %s', (_, words) => {
    expect(words.filter((text) => !isNoJob(text))).toEqual([]);
  });

  it.each(['Unemployed', 'Job seeker', 'Open to work', 'Retired', 'Sabbatical'])('%s is one', (text) => {
    expect(isNoJob(text)).toBe(true);
  });

  it.each([
    'Nordlys Energy',
    'Head of Procurement',
    'Breakthrough Energy',
    'Career Services',
    'Karriere.at',
    'Beruf & Familie gGmbH',
    'Professional Services',
    'Carrier',
    'Pausch Technologies',
    'Institute of Career Development and Vocational Training after a Break',
    '職業安定所',
    'Carrefour Pause Café',
    'Professional International Services',
    'Open to Work Recruiting AS',
    'Caremark Breakfast Clubs',
    'Rehat Coffee',
    'Break Parking',
    'Various Artists Ltd',
    'Transition Bikes',
    'Transition Manager',
    'In Transition Films AS',
    'Job Search Partners',
    'Jobsuche GmbH',
    'WorkSeekers Ltd',
    'Seeking Alpha',
    'Looking Glass Works',
    'Exploring Workspaces Ltd',
    'Executive Search Consultant',
    'Cerca Trova Lavoro Srl',
    'Recherche & Emploi Conseil',
    'Recherche und Entwicklung',
    'Opportunity International',
    'Homemaker Magazine',
    'Leave Management Specialist',
    'Parental Leave Consultant',
    'Head of Job Opportunities',
    'Employment Office',
    'Centre de Recherche pour l’Emploi',
    'Procuradoria Regional do Trabalho',
    'Buscador de Empleo SL',
    'Ricerca e Lavoro Srl',
    'Etsivä työ',
    'Ищем таланты',
    '求職者支援センター',
    '育儿网',
  ])('%s is a job or an employer', (text) => {
    expect(isNoJob(text)).toBe(false);
  });
});

it.each([
  'N/A',
  'n.a.',
  '-',
  '—',
  'None',
  'Confidential',
  'Confidencial',
  'Confidentiel',
  'Stealth Startup',
  'Stealth',
  'Various',
  'TBD',
])('%s names no employer', (text) => {
  expect(isNoEmployer(text)).toBe(true);
});

it.each([
  'Nordlys Energy',
  'NA-KD',
  'Confidential Records AS',
  'None of the Above',
  'Stealth Security AS',
  'Various Artists Ltd',
])('%s names an employer', (text) => {
  expect(isNoEmployer(text)).toBe(false);
});
