import { mira } from '../../../support/cast';
import type { Person } from '../cast/person';
import { carmen, kofi, rocket, willem } from '../cast/latin';
import { layla, mei, minsu, nguyen, sato } from '../cast/scripts';
import { bySlug, proven, without } from '../expect';
import { manyPeople } from '../expect-elsewhere';
import { languages } from '../languages';
import { tr, vi } from '../languages/asian';
import { ko, zhHans } from '../languages/east-asian';
import { en, nl } from '../languages/germanic';
import { es } from '../languages/romance';
import { ar, he } from '../languages/rtl';
import { pl } from '../languages/slavic';
import { builtSample, othersThan } from '../page-sample';
import { viewer } from '../people';
import type { ExpectedPerson, Sample } from '../sample';
import type { Tree } from '../../pages/tree';
import { current, currentPage } from '../../pages/current';
import { fullProfile } from '../../pages/profile';
import { currentConnectionsPage, currentSearch, currentSearchPage } from './current-lists';
import { currentRow, plainRow } from './expect-rows';

const SEARCH = 'https://www.linkedin.com/search/results/people/?keywords=procurement&sid=%40a';
const CONNECTIONS = 'https://www.linkedin.com/mynetwork/invite-connect/connections/';
const everyone = [mira, kofi, layla, nguyen, rocket, sato, willem, mei, minsu] as const;
const rows = [mira, 'private', kofi, layla, nguyen, viewer, rocket, 'private', sato, willem, kofi, mei, minsu] as const;

/** Somebody without a headline. */
const reticent = { ...carmen, headline: '' };
const SINCE = [
  [nl, 'Verbonden sinds 30 april 2026'],
  [tr, '30 Nisan 2026 tarihinde bağlantı kuruldu'],
  [ko, '2026년 4월 30일에 1촌이 됨'],
  [zhHans, '2026年4月30日成为好友'],
  [ar, 'تم التواصل في ٣٠ أبريل ٢٠٢٦'],
] as const;

interface Case {
  readonly name: string;
  readonly url?: string;
  readonly page: () => Tree;
  readonly people: readonly ExpectedPerson[];
}

/** A key beside a name proves no member id. */
const keyedRow = (person: Person): ExpectedPerson => ({ ...currentRow(person), identity: bySlug(person) });

const unlocated = (row: ExpectedPerson): ExpectedPerson => ({ ...row, fields: without(row.fields, 'location') });

const cases: readonly Case[] = [
  ...languages.map((language) => ({
    name: `search in ${language.code}`,
    page: () => currentSearchPage(currentSearch({ language, rows: [layla, 'private', mira, sato] })),
    people: [layla, mira, sato].map(currentRow),
  })),
  {
    name: 'search with private members, the viewer, and a person twice',
    page: () => currentSearchPage(currentSearch({ language: en, rows })),
    people: everyone.map(currentRow),
  },
  {
    name: 'search of plain list items',
    page: () => currentSearchPage(currentSearch({ language: pl, rows }, { rowsAre: 'items' })),
    people: everyone.map(currentRow),
  },
  {
    name: 'search of list items that are no link',
    page: () => currentSearchPage(currentSearch({ language: he, rows }, { rowsAre: 'items', isOneLink: false })),
    people: everyone.map(currentRow),
  },
  {
    name: 'search that does not say which screen it is gives no places',
    page: () => currentSearchPage(currentSearch({ language: es, rows }, { rowsAre: 'items', screen: undefined })),
    people: everyone.map(currentRow).map(unlocated),
  },
  {
    name: 'search without places does not read a role as one',
    page: () => currentSearchPage(currentSearch({ language: vi, rows }, { isLocated: false })),
    people: everyone.map(currentRow).map(unlocated),
  },
  ...[en, he, ko].flatMap((language) => [
    {
      name: `search of rows with a key in ${language.code}`,
      page: () => currentSearchPage(currentSearch({ language, rows }, { rowsAre: 'keyed' })),
      people: everyone.map(keyedRow),
    },
    {
      name: `search of one row with a key and no link around it in ${language.code}`,
      page: () =>
        currentSearchPage(currentSearch({ language, rows: ['private', mira] }, { rowsAre: 'keyed', isOneLink: false })),
      people: [keyedRow(mira)],
    },
  ]),
  ...SINCE.flatMap(([language, since]) =>
    (['items', 'keyed'] as const).map((rowsAre) => ({
      name: `connections as ${rowsAre} in ${language.code}`,
      url: CONNECTIONS,
      page: () => currentConnectionsPage({ language, rows: [...rows, reticent], rowsAre, since }),
      people: [
        ...everyone.map(plainRow),
        { identity: bySlug(reticent), fields: { name: proven(reticent.name, 'link') } },
      ],
    })),
  ),
  {
    name: 'search whose address came before its content: a profile',
    page: () => currentPage(current(fullProfile(mira, viewer, othersThan(mira)))),
    people: [],
  },
];

/** Pages of many people in the current generation. */
export const samples: readonly Sample[] = cases.map(({ name, url = SEARCH, page, people }) =>
  builtSample({
    name: `people/current ${name}`,
    url,
    page,
    expected: manyPeople(people),
    never: ['LinkedIn Member', 'Recruiter', 'Berlin', '2026', '٢٠٢٦'],
  }),
);
