import { describe, expect, it } from 'vitest';
import { isNoEmployer, isNoJob } from './no-job';

/** "Career break" in LinkedIn's interface languages, as LinkedIn or its members write it. */
const BREAKS: Readonly<Record<string, readonly string[]>> = {
  en: ['Career break', 'Career Break', 'CAREER BREAK'],
  de: ['Berufliche Auszeit', 'Karrierepause', 'Berufspause', 'Auszeit'],
  fr: ['Pause professionnelle', 'Interruption de carrière', 'Pause carrière'],
  es: ['Pausa profesional', 'Interrupción profesional', 'Pausa en la carrera profesional'],
  pt: ['Pausa na carreira', 'Interrupção na carreira', 'Pausa profissional'],
  it: ['Pausa di carriera', 'Pausa professionale', 'Interruzione di carriera'],
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

describe('an entry that is no job', () => {
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
])('%s names no employer', (text) => {
  expect(isNoEmployer(text)).toBe(true);
});

it.each(['Nordlys Energy', 'NA-KD', 'Confidential Records AS', 'None of the Above', 'Stealth Security AS'])(
  '%s names an employer',
  (text) => {
    expect(isNoEmployer(text)).toBe(false);
  },
);
