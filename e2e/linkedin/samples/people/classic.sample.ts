import { mira } from '../../../support/cast';
import { kofi, quoted, willem } from '../cast/latin';
import { layla, nguyen, sato } from '../cast/scripts';
import { manyPeople } from '../expect-elsewhere';
import { languages } from '../languages';
import { de, en } from '../languages/germanic';
import { fr, pt } from '../languages/romance';
import { ar } from '../languages/rtl';
import { pageSample } from '../page-sample';
import { viewer } from '../people';
import type { ExpectedPerson, Sample } from '../sample';
import type { Tree } from '../../pages/tree';
import { classicSearchPage, companyPeoplePage, connectionsPage } from './classic-lists';
import { classicRow, plainRow } from './expect-rows';

const SEARCH = 'https://www.linkedin.com/search/results/people/?keywords=procurement&origin=GLOBAL_SEARCH_HEADER';
const everyone = [mira, kofi, layla, nguyen, quoted, sato, willem] as const;
const rows = [mira, 'private', kofi, layla, 'private', nguyen, viewer, quoted, sato, mira, willem] as const;

interface Case {
  readonly name: string;
  readonly url: string;
  readonly page: () => Tree;
  readonly people: readonly ExpectedPerson[];
}

const cases: readonly Case[] = [
  ...languages.map((language) => ({
    name: `search in ${language.code}`,
    url: SEARCH,
    page: () => classicSearchPage({ language, rows: [mira, 'private', layla, sato] }, 'hashed'),
    people: [mira, layla, sato].map(classicRow),
  })),
  ...([en, fr, ar] as const).map((language) => ({
    name: `search with readable class names, in ${language.code}`,
    url: SEARCH,
    page: () => classicSearchPage({ language, rows }, 'named'),
    people: everyone.map(classicRow),
  })),
  {
    name: 'search with private members, the viewer, and a person twice',
    url: 'https://www.linkedin.com/search/results/all/?keywords=x',
    page: () => classicSearchPage({ language: de, rows }, 'hashed'),
    people: everyone.map(classicRow),
  },
  {
    name: 'search that found only private members',
    url: SEARCH,
    page: () => classicSearchPage({ language: pt, rows: ['private', 'private'] }, 'hashed'),
    people: [],
  },
  {
    name: 'people of a company',
    url: 'https://www.linkedin.com/company/nordlys-energy/people/',
    page: () => companyPeoplePage({ language: de, rows }),
    people: everyone.map(plainRow),
  },
  {
    name: 'connections',
    url: 'https://www.linkedin.com/mynetwork/invite-connect/connections/',
    page: () => connectionsPage({ language: fr, rows }),
    people: everyone.map(plainRow),
  },
];

/** Pages of many people in the classic generation. */
export const samples: readonly Sample[] = cases.map(({ name, url, page, people }) =>
  pageSample({
    name: `people/classic ${name}`,
    url,
    page,
    expected: manyPeople(people),
    never: ['LinkedIn Member', 'LinkedIn-Mitglied', 'Recruiter', 'Status is', 'View ', '3 days ago'],
  }),
);
