import { jonas, mira } from '../../../support/cast';
import type { Person } from '../cast/person';
import { carmen, willem } from '../cast/latin';
import { layla, minsu, nguyen, sato } from '../cast/scripts';
import { split, unsettled, without } from '../expect';
import { byMemberId, bySalesId, leadFields, salesLead } from '../expect-elsewhere';
import { languages } from '../languages';
import { ja, ko } from '../languages/east-asian';
import { de, en } from '../languages/germanic';
import { es, fr, pt } from '../languages/romance';
import { ar } from '../languages/rtl';
import { pl } from '../languages/slavic';
import { vi } from '../languages/asian';
import type { Language } from '../languages/language';
import { pageSample } from '../page-sample';
import type { ExpectedReading, Sample } from '../sample';
import { lead, leadAddress, leadPage, type LeadPage } from './lead-page';

interface Case {
  readonly name: string;
  readonly page: LeadPage;
  readonly url?: string;
  readonly expected: ExpectedReading;
  /** The person of the address, by default Mira. */
  readonly of?: Person;
  readonly never?: readonly string[];
}

const miras = { ...leadFields(mira, 'proven'), ...split('Mira', 'Okonkwo') };
const mirasSuggested = { ...leadFields(mira, 'inferred'), ...split('Mira', 'Okonkwo', 'inferred') };
const whole = salesLead(bySalesId(mira), miras);
const suggested = salesLead(bySalesId(mira), mirasSuggested);
const noCompany = salesLead(bySalesId(mira), without(miras, 'company'));
const stale = unsettled(bySalesId(mira), 'sales');
const { position, company } = mira;

const connected: readonly Case[] = [
  { name: 'names its lead by a link around the name', page: lead(mira, de, { names: 'link' }), expected: whole },
  {
    name: 'names its lead by the member id of the same number',
    page: lead(mira, es, { names: 'member' }),
    expected: whole,
  },
  { name: 'has only the attributes for screenshots', page: lead(mira, fr, { isMarked: false }), expected: whole },
  {
    name: 'shows no photo but those of people in common',
    page: lead(mira, pl, { hasPhoto: false }),
    expected: salesLead(bySalesId(mira), without(miras, 'avatar')),
  },
  {
    name: 'is opened by a member id',
    url: `https://www.linkedin.com/sales/people/${mira.memberId},name,q2Wd`,
    page: lead(mira, en),
    expected: salesLead(byMemberId(mira), miras),
  },
  {
    name: 'is opened with encoded commas',
    url: leadAddress(mira, '%2CNAME_SEARCH%2Cq2Wd'),
    page: lead(mira, en, { title: '(3) Mira Okonkwo | Lead | Sales Navigator' }),
    expected: whole,
  },
];

const roles: readonly Case[] = [
  {
    name: 'with two current roles counts the first',
    page: lead(mira, pt, {
      roles: [
        { position, company },
        { position: 'Trustee', company: 'Havn Foundation' },
      ],
    }),
    expected: whole,
    never: ['Trustee', 'Havn Foundation'],
  },
  {
    name: 'takes no company from the second role',
    page: lead(mira, en, {
      roles: [
        { position, company: null },
        { position: 'Trustee', company: 'Havn Foundation' },
      ],
    }),
    expected: noCompany,
    never: ['Havn Foundation'],
  },
  {
    name: 'takes no company from the second role’s logo',
    page: lead(mira, en, {
      roles: [
        { position, company: null },
        { position: 'Trustee', company: null, picture: 'Havn Foundation' },
      ],
    }),
    expected: noCompany,
    never: ['Havn Foundation'],
  },
  {
    name: 'takes a company from its logo',
    page: lead(mira, en, { roles: [{ position, company: null, picture: company }] }),
    expected: whole,
  },
  {
    name: 'whose lead works for themselves has no company',
    page: lead(mira, de, { roles: [{ position, company: de.selfEmployed }] }),
    expected: noCompany,
  },
  {
    name: 'without a current role takes none of the past',
    page: lead(mira, en, { roles: [] }),
    expected: salesLead(bySalesId(mira), without(miras, 'position', 'company')),
    never: ['Old Harbour', 'Associate'],
  },
];

const unconnected: readonly Case[] = [
  {
    name: 'has no id but the tab has the name: inferred',
    page: lead(mira, en, { names: 'none' }),
    expected: suggested,
  },
  {
    name: 'and the tab name different people',
    page: lead(jonas, en, { names: 'none', title: 'Mira Okonkwo | Sales Navigator' }),
    expected: stale,
  },
  {
    name: 'has loaded under the title of the previous lead',
    page: lead(mira, en, { title: 'Jonas Berg | Sales Navigator' }),
    expected: stale,
  },
  {
    name: 'and the tab have no name',
    page: lead(mira, en, { names: 'none', title: 'Sales Navigator' }),
    expected: stale,
  },
  {
    name: 'still shows the previous lead, title included',
    page: lead(jonas, en),
    expected: stale,
  },
  {
    name: 'still shows the previous lead under the new title',
    page: lead(jonas, en, { names: 'link', title: 'Mira Okonkwo | Sales Navigator' }),
    expected: stale,
  },
  { name: 'is still loading', page: lead(mira, en, { isLoading: true }), expected: unsettled(bySalesId(mira)) },
];

const people: readonly Case[] = [
  { name: 'of 佐藤 遥 in Japanese', person: sato, language: ja },
  { name: 'of 김민수 in Korean', person: minsu, language: ko },
  { name: 'of ليلى حداد in Arabic', person: layla, language: ar, names: split('ليلى', 'حداد') },
  { name: 'of Nguyễn Thị An in Vietnamese', person: nguyen, language: vi },
  { name: 'of Willem van der Meer', person: willem, language: en, names: split('Willem', 'van der Meer', 'inferred') },
  { name: 'of María del Carmen Ruiz', person: carmen, language: es },
].map(({ name, person, language, names = {} }) => ({
  name,
  of: person,
  page: lead(person, language),
  expected: salesLead(bySalesId(person), { ...leadFields(person, 'proven'), ...names }),
}));

const locales: readonly Case[] = languages.map((language) => ({
  name: `in ${language.code}`,
  page: lead(mira, language, { names: 'none' }),
  expected: suggested,
}));

const plain = (language: Language, changes: Partial<LeadPage> = {}): LeadPage =>
  lead(mira, language, { names: 'none', isMarked: false, hasKeys: false, ...changes });
const readPlain = without(mirasSuggested, 'location', 'about');
const fromPlain = salesLead(bySalesId(mira), readPlain);

/** Pages whose sections have no keys. */
const unkeyed: readonly Case[] = [
  ...[en, de, es, pl, vi, ja, ko, ar].map((language) => ({
    name: `without keys in ${language.code}`,
    page: plain(language),
    expected: fromPlain,
  })),
  {
    name: 'without keys, of whose roles the headline names the second',
    page: plain(en, {
      roles: [
        { position: 'Trustee', company: 'Havn Foundation' },
        { position, company },
      ],
    }),
    expected: fromPlain,
    never: ['Trustee', 'Havn Foundation'],
  },
  {
    name: 'without keys and with a career break only',
    page: plain(en, { roles: [{ position: 'Caregiving', company: 'Career break' }] }),
    expected: salesLead(bySalesId(mira), without(readPlain, 'position', 'company')),
    never: ['Caregiving', 'Career break'],
  },
  {
    name: 'without keys and without a current role',
    page: plain(de, { roles: [] }),
    expected: salesLead(bySalesId(mira), without(readPlain, 'position', 'company')),
    never: ['Old Harbour', 'Associate'],
  },
  ...[en, es, ja, ar].map((language) => ({
    name: `without keys and headings in ${language.code}`,
    page: plain(language, { hasHeading: false }),
    expected: fromPlain,
  })),
  {
    name: 'without keys and headings that still shows the previous lead',
    page: { ...plain(en, { hasHeading: false }), profileOwner: jonas },
    expected: stale,
  },
  {
    name: 'without keys and headings whose top card is still loading',
    page: plain(en, { hasHeading: false, isLoading: true }),
    expected: unsettled(bySalesId(mira)),
  },
  {
    name: 'without keys that still shows the previous lead',
    page: { ...plain(en), profileOwner: jonas },
    expected: stale,
  },
];

/** Pages during a navigation from one lead to another. */
export const samples: readonly Sample[] = [
  ...connected,
  ...roles,
  ...unconnected,
  ...people,
  ...locales,
  ...unkeyed,
].map(({ name, page, of = mira, url, expected, never = [] }) =>
  pageSample({
    name: `sales/lead ${name}`,
    url: url ?? leadAddress(of),
    page: () => leadPage(page),
    expected,
    never: ['Basic lead information', 'Sales Navigator Lead Page', ...never],
  }),
);
