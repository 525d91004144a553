import { mira } from '../../../support/cast';
import { jeanLuc, kofi, willem } from '../cast/latin';
import { layla, sato, somchai } from '../cast/scripts';
import { manyPeople } from '../expect-elsewhere';
import { th } from '../languages/asian';
import { ja, zhHant } from '../languages/east-asian';
import { de, en } from '../languages/germanic';
import { fr, pt } from '../languages/romance';
import { ar } from '../languages/rtl';
import { ru } from '../languages/slavic';
import { pageSample } from '../page-sample';
import type { ExpectedPerson, Sample } from '../sample';
import type { Tree } from '../../pages/tree';
import { salesRow } from './expect-rows';
import type { ListPage } from './frame';
import { salesListPage, salesSearchPage } from './sales-lists';

const SEARCH = 'https://www.linkedin.com/sales/search/people?query=(keywords%3Aprocurement)&sessionId=q%3D%3D';
const LIST = 'https://www.linkedin.com/sales/lists/people/7123456789?sortCriteria=CREATED_TIME';
const everyone = [mira, kofi, layla, sato, willem, somchai, jeanLuc] as const;
const rows = [mira, 'private', kofi, layla, sato, willem, 'private', somchai, mira, jeanLuc] as const;

/** People on a career break: named by its employer, by its title, in plain words after a title, and a placeholder. */
const onBreak = [
  { ...mira, position: 'Caregiving', company: 'Career Break' },
  { ...kofi, position: 'Elternzeit', company: 'Berufliche Auszeit' },
  { ...layla, position: 'استراحة مهنية', company: 'النخيل' },
  { ...sato, position: '子育て', company: 'キャリアブレイク' },
] as const;
const unnamed = { ...willem, company: 'Stealth Startup' };

interface Case {
  readonly name: string;
  readonly url: string;
  readonly page: () => Tree;
  readonly people: readonly ExpectedPerson[];
  readonly never?: readonly string[];
}

const cases: readonly Case[] = [
  ...([en, fr, ar, ja, ru] as const).map((language) => ({
    name: `search in ${language.code}`,
    url: SEARCH,
    page: () => salesSearchPage({ language, rows }, 'marked'),
    people: everyone.map((person) => salesRow(person, 'proven')),
  })),
  {
    name: 'search with companies as plain text, not marked as a company',
    url: SEARCH,
    page: () => salesSearchPage({ language: pt, rows }, 'bare'),
    people: everyone.map((person) => salesRow(person, 'inferred')),
  },
  ...([de, zhHant, th] as const).map((language) => ({
    name: `search of people who work for themselves, in ${language.code}`,
    url: SEARCH,
    page: () => salesSearchPage({ language, rows }, 'self-employed'),
    people: everyone.map((person) => salesRow(person, 'none')),
  })),
  ...([en, de, ja] as const).map((language) => ({
    name: `list in ${language.code}`,
    url: LIST,
    page: () => salesListPage({ language, rows }),
    people: everyone.map((person) => salesRow(person, 'proven')),
  })),
  ...(
    [
      ['search of people on a career break', SEARCH, (page: ListPage) => salesSearchPage(page, 'marked')],
      ['search of people on a career break, in plain text', SEARCH, (page: ListPage) => salesSearchPage(page, 'bare')],
      ['list of people on a career break', LIST, salesListPage],
    ] as const
  ).map(([name, url, pageOf]) => ({
    name,
    url,
    page: () => pageOf({ language: en, rows: [...onBreak, unnamed] }),
    people: [...onBreak.map((person) => salesRow(person, 'no-job')), salesRow(unnamed, 'none')],
    never: [...onBreak.flatMap(({ position, company }) => [position, company]), unnamed.company],
  })),
];

/** Sales Navigator's search and lists, whose `job-title` is how long a person has had the job. */
export const samples: readonly Sample[] = cases.map(({ name, url, page, people, never = [] }) =>
  pageSample({
    name: `people/sales ${name}`,
    url,
    page,
    expected: manyPeople(people),
    never: ['LinkedIn Member', 'Recruiter', 'Berlin', 'in role', 'Old Harbour', ...never],
  }),
);
