import { mira } from '../../support/cast';
import { currentJob, pastJob, SCHOOL, type Entry, type Profile } from '../pages/profile';
import { inferred, proven } from './expect';
import { ja } from './languages/east-asian';
import { de, en } from './languages/germanic';
import type { ExpectedField } from './sample';

/** A person's work on a profile and the expected reading, the same in every generation. */
export interface WorkCase {
  readonly name: string;
  readonly changes: Partial<Pick<Profile, 'company' | 'school' | 'experience' | 'language' | 'posts'>>;
  readonly position: ExpectedField | null;
  readonly company: ExpectedField | null;
}

const position = (value: string): ExpectedField => proven(value, 'structure');
const MINE = currentJob(mira);
const HERS = position(mira.position);
const oneOf = (value: string, others: readonly (readonly [string, string | null])[]): ExpectedField => ({
  ...inferred(value, 'structure'),
  otherRoles: others.map(([title, company]) => ({ position: title, company })),
});
const badge = (value: string): ExpectedField => proven(value, 'badge');
const ofRole = (value: string): ExpectedField => proven(value, 'structure');
const since = en.ongoing;

function single(title: string, line: string | null, dates = since): Entry {
  return { line, role: { position: title, dates } };
}

/** Several roles, groups, schools, and companies without a role. */
export const workCases: readonly WorkCase[] = [
  {
    name: 'several current roles, the badge’s is second',
    changes: { experience: [single('Board Member', 'Havn Trust'), MINE, pastJob()] },
    position: HERS,
    company: badge(mira.company),
  },
  {
    name: 'several current roles and no badge, the headline names the second',
    changes: { company: null, experience: [single('Board Member', 'Havn Trust · Part-time'), MINE] },
    position: HERS,
    company: ofRole(mira.company),
  },
  {
    name: 'several current roles and no badge, the headline names none',
    changes: {
      company: null,
      experience: [
        single('Board Member', 'Havn Trust · Part-time'),
        single('Trustee', 'Lir & Sons'),
        single('Caregiving', 'Career break'),
        single('Illustrator', null),
        single('Mentor', 'Freelance'),
        pastJob(),
      ],
    },
    position: oneOf('Board Member', [
      ['Trustee', 'Lir & Sons'],
      ['Illustrator', null],
      ['Mentor', null],
    ]),
    company: inferred('Havn Trust', 'structure'),
  },
  {
    name: 'several current roles and no badge, the headline names the title of two',
    changes: {
      company: null,
      experience: [
        single('Trustee', 'Lir & Sons'),
        single(mira.position, mira.company),
        single(mira.position, 'Havn Trust · Part-time'),
      ],
    },
    position: oneOf(mira.position, [
      [mira.position, 'Havn Trust'],
      ['Trustee', 'Lir & Sons'],
    ]),
    company: inferred(mira.company, 'structure'),
  },
  {
    name: 'several current roles at one company, the headline names none',
    changes: {
      company: null,
      experience: [
        {
          group: 'Havn Trust',
          total: '3 yrs',
          roles: ['Trustee', 'Treasurer'].map((title) => ({ position: title, dates: since })),
        },
      ],
    },
    position: oneOf('Trustee', [['Treasurer', 'Havn Trust']]),
    company: ofRole('Havn Trust'),
  },
  {
    name: 'several current roles at the badge’s company, the headline names the second',
    changes: {
      experience: [single('Procurement', mira.company), single(mira.position, `${mira.company} · Part-time`)],
    },
    position: HERS,
    company: badge(mira.company),
  },
  {
    name: 'a career break above the current role',
    changes: { company: null, experience: [single('Caregiving', 'Career Break'), MINE, pastJob()] },
    position: HERS,
    company: ofRole(mira.company),
  },
  {
    name: 'a career break alone, in German',
    changes: {
      company: null,
      language: de,
      experience: [single('Elternzeit', 'Berufliche Auszeit', de.ongoing), pastJob(de)],
    },
    position: null,
    company: null,
  },
  {
    name: 'a career break whose second line is its dates, in Japanese',
    changes: { company: null, language: ja, experience: [single('キャリアブレイク', null, ja.ongoing), pastJob(ja)] },
    position: null,
    company: null,
  },
  {
    name: 'a placeholder in the employer’s place',
    changes: { company: null, experience: [single('Buyer', 'N/A · Full-time')] },
    position: position('Buyer'),
    company: null,
  },
  {
    name: 'a past role above the current one',
    changes: { experience: [pastJob(), MINE] },
    position: HERS,
    company: badge(mira.company),
  },
  {
    name: 'grouped roles at the badge’s company',
    changes: {
      experience: [
        {
          group: mira.company,
          total: '8 yrs 2 mos',
          roles: [
            { position: 'Head of Procurement', dates: since, employment: 'Full-time', media: 'Onboarding kit' },
            { position: 'Buyer', dates: en.ended, skills: 'Tenders' },
          ],
        },
        pastJob(),
      ],
    },
    position: HERS,
    company: badge(mira.company),
  },
  {
    name: 'grouped roles of which the first has ended',
    changes: {
      company: null,
      experience: [
        {
          group: 'Havn Trust',
          total: 'Full-time · 8 yrs 2 mos',
          roles: [
            { position: 'Interim Director', dates: en.ended },
            { position: 'Trustee', dates: since, place: 'Oslo, Norway' },
          ],
        },
      ],
    },
    position: position('Trustee'),
    company: ofRole('Havn Trust'),
  },
  {
    name: 'grouped roles that all have ended, then a current one elsewhere',
    changes: {
      experience: [
        { group: 'Havn Trust', total: '4 yrs 11 mos', roles: [{ position: 'Trustee', dates: en.ended }] },
        MINE,
      ],
    },
    position: HERS,
    company: badge(mira.company),
  },
  {
    name: 'past roles only',
    changes: { company: null, experience: [pastJob(), single('Buyer', 'Havn Trust', '2010 - 2015 · 5 yrs')] },
    position: null,
    company: null,
  },
  {
    name: 'past roles whose titles and companies look like open ranges',
    changes: {
      company: null,
      experience: [
        single('Sales 2015 - Nordics', 'Lux Power - Học Viện', en.ended),
        {
          line: '1999 - Tomorrow AS',
          role: { position: 'Director', dates: '2010 - 2015', description: 'Jan 2015 - Present' },
        },
      ],
    },
    position: null,
    company: null,
  },
  {
    name: 'a current role at a company that looks like a range',
    changes: { company: null, experience: [single('Director', '1999 - Tomorrow AS · Full-time')] },
    position: position('Director'),
    company: ofRole('1999 - Tomorrow AS'),
  },
  {
    name: 'a role since a year',
    changes: { company: null, experience: [single('Trustee', 'Havn Trust', '2019 - Present · 7 yrs')] },
    position: position('Trustee'),
    company: ofRole('Havn Trust'),
  },
  {
    name: 'a school in the company’s place and no current role',
    changes: { company: null, school: SCHOOL, experience: [pastJob()] },
    position: null,
    company: null,
  },
  {
    name: 'a school in the company’s place and a current role',
    changes: { company: null, school: SCHOOL },
    position: HERS,
    company: ofRole(mira.company),
  },
  {
    name: 'a person who works at the school they went to',
    changes: { company: SCHOOL, school: SCHOOL, experience: [single('Lecturer', `${SCHOOL} · Part-time`)] },
    position: position('Lecturer'),
    company: badge(SCHOOL),
  },
  {
    name: 'neither company nor school nor experience',
    changes: { company: null, school: null, experience: null },
    position: null,
    company: null,
  },
  {
    name: 'no badges at all, but a current role',
    changes: { company: null, school: null },
    position: HERS,
    company: ofRole(mira.company),
  },
  {
    name: 'a badge and no experience yet',
    changes: { experience: null },
    position: null,
    company: badge(mira.company),
  },
  {
    name: 'a current role without any company',
    changes: { company: null, school: null, experience: [single('Scheduler', null)] },
    position: position('Scheduler'),
    company: null,
  },
  {
    name: 'a badge that no current role agrees with',
    changes: { experience: [single('Board Member', 'Havn Trust · Part-time'), pastJob()] },
    position: null,
    company: badge(mira.company),
  },
  {
    name: 'freelance work for a company',
    changes: { experience: [single('Head of Procurement', `${mira.company} · Freelance`)] },
    position: HERS,
    company: badge(mira.company),
  },
  {
    name: 'freelance work for a company without a badge',
    changes: { company: null, experience: [single('Illustrator', 'Lir & Sons · Freelance')] },
    position: position('Illustrator'),
    company: ofRole('Lir & Sons'),
  },
  {
    name: 'names of companies with stops, commas and hyphens',
    changes: { company: 'O.M. Varga Institute, Northport - South', experience: null },
    position: null,
    company: badge('O.M. Varga Institute, Northport - South'),
  },
];
