import { mira } from '../../../support/cast';
import { fullProfile, pastJob, type Profile } from '../../pages/profile';
import { publicly, publicPage, type PublicPage } from '../../pages/public';
import { aarti, layla, minsu, nguyen, noa, sato } from '../cast/scripts';
import { carmen, dash, joao, mononym, quoted, willem } from '../cast/latin';
import type { Person } from '../cast/person';
import { bySlug, profile, proven, publicFields, unsettled, without } from '../expect';
import { languages } from '../languages';
import { inAddress, othersThan, pageSample } from '../page-sample';
import type { ExpectedReading, Sample } from '../sample';

/** A signed-out page has no viewer, so another person takes that place. */
const shown = (person: Person): Profile => fullProfile(person, person, othersThan(person));
const whole = publicFields(mira);
const herself = bySlug(mira);

interface Variant {
  readonly name: string;
  readonly url?: string;
  readonly of?: Partial<Profile>;
  readonly page?: Partial<PublicPage>;
  readonly expected: ExpectedReading;
  readonly never?: readonly string[];
}

const blurred = { line: '*** ******', role: { position: '**** ** ***********', dates: 'Jan 2021 - Present' } };

const variants: readonly Variant[] = [
  { name: 'P1 2026', expected: profile('public', herself, whole) },
  {
    name: 'P2 2024, with structured data and a title of three parts',
    page: {
      year: 2024,
      ogTitle: 'Mira Okonkwo - Head of Procurement - Nordlys Energy | LinkedIn',
      jsonLd: {
        '@context': 'http://schema.org',
        '@graph': [
          {
            '@type': 'Person',
            name: 'Mira Okonkwo',
            url: inAddress(mira),
            jobTitle: ['Head of Procurement'],
            worksFor: [{ '@type': 'Organization', name: 'Nordlys Energy' }],
            alumniOf: [
              { '@type': 'Organization', name: 'Brightwater Cloud' },
              { '@type': 'EducationalOrganization', name: 'Northport Institute' },
            ],
            address: { '@type': 'PostalAddress', addressLocality: 'Oslo, Norway' },
          },
        ],
      },
    },
    expected: profile('public', herself, whole),
    never: ['Brightwater'],
  },
  {
    name: 'P3 no headline, the title names the company',
    of: { headline: null },
    page: { ogTitle: 'Mira Okonkwo - Nordlys Energy | LinkedIn' },
    expected: profile('public', herself, without(whole, 'headline')),
  },
  {
    name: 'P4 blurred jobs',
    of: { experience: [blurred, pastJob()] },
    expected: profile('public', herself, without(whole, 'position')),
    never: ['***'],
  },
  {
    name: 'P4 blurred jobs and structured data, no company',
    of: { company: null, school: null, experience: [blurred] },
    page: {
      jsonLd: {
        '@graph': [{ '@type': 'Person', jobTitle: ['**** ** ***********'], worksFor: [{ name: '******* ******' }] }],
      },
    },
    expected: profile('public', herself, without(whole, 'position', 'company')),
    never: ['***'],
  },
  {
    name: 'P5 a placeholder instead of a photo',
    page: { ogImage: 'https://static.licdn.com/aero-v1/sc/h/9c8pery4andzj6ohjkjp54ma2' },
    expected: profile('public', herself, without(whole, 'avatar')),
  },
  {
    name: 'P6 the page’s canonical address is another one',
    page: { canonical: 'https://www.linkedin.com/in/mira-o-81723' },
    expected: unsettled(herself, 'public'),
  },
  {
    name: 'P8 escaped twice in the title',
    of: { company: 'Kvist & Co' },
    page: { ogTitle: 'Mira Okonkwo - Kvist &amp; Co | LinkedIn' },
    expected: profile('public', herself, { ...without(whole, 'position'), company: proven('Kvist & Co', 'badge') }),
  },
  {
    name: 'P9 a country’s host',
    url: 'https://se.linkedin.com/in/mira-okonkwo?originalSubdomain=se',
    page: { canonical: 'https://se.linkedin.com/in/mira-okonkwo' },
    expected: profile('public', herself, whole),
  },
  {
    name: 'no separate first and last name',
    page: { hasSplitName: false },
    expected: profile('public', herself, {
      ...whole,
      firstName: { value: 'Mira', evidence: 'split', certainty: 'proven' },
      lastName: { value: 'Okonkwo', evidence: 'split', certainty: 'proven' },
    }),
  },
  {
    name: 'no organisations and past jobs only',
    of: { company: null, school: null, experience: [pastJob()] },
    expected: profile('public', herself, without(whole, 'company', 'position')),
  },
  {
    name: 'a school instead of a company',
    of: { company: null, experience: null },
    expected: profile('public', herself, without(whole, 'company', 'position')),
  },
  {
    name: 'a dialog that asks to sign in',
    page: { isAsking: true },
    expected: profile('public', herself, whole),
    never: ['Sign in', 'New to LinkedIn'],
  },
  {
    name: 'a dialog that asks to sign in, and little on the page',
    of: { headline: null, company: null, school: null, location: null, experience: null },
    page: { isAsking: true, ogTitle: 'Mira Okonkwo | LinkedIn' },
    expected: profile('public', herself, without(whole, 'headline', 'company', 'position', 'location'), ['location']),
    never: ['Sign in', 'New to LinkedIn'],
  },
  {
    name: 'a title with long dashes, and a name with the words that end it',
    of: { name: 'Mira Okonkwo | LinkedIn Trainer' },
    page: { ogTitle: 'Mira Okonkwo | LinkedIn Trainer – Head of Procurement – Nordlys Energy | LinkedIn' },
    expected: profile('public', herself, {
      ...whole,
      name: proven('Mira Okonkwo | LinkedIn Trainer', 'heading'),
    }),
  },
  {
    name: 'names with a title, a credential and an emoji',
    of: {
      name: 'Dr. Mira Okonkwo, PhD 🚀',
      profileOwner: { ...mira, firstName: 'Dr. Mira', lastName: 'Okonkwo, PhD 🚀' },
    },
    expected: profile('public', herself, { ...whole, name: proven('Dr. Mira Okonkwo, PhD 🚀', 'heading') }),
  },
  {
    name: 'grouped roles',
    of: {
      experience: [
        {
          group: mira.company,
          total: '8 years',
          roles: [
            { position: mira.position, dates: 'Jan 2021 - Present 5 years' },
            { position: 'Buyer', dates: 'Jan 2018 - Jan 2021 3 years' },
          ],
        },
      ],
    },
    expected: profile('public', herself, whole),
  },
];

const everyone = [aarti, layla, minsu, nguyen, noa, sato, carmen, dash, joao, mononym, quoted, willem];

export const samples: readonly Sample[] = [
  ...variants.map(({ name, url = inAddress(mira), of = {}, page = {}, expected, never = [] }) =>
    pageSample({
      name: `public/${name}`,
      url,
      page: () => publicPage(publicly({ ...shown(mira), ...of }, page)),
      expected,
      never,
    }),
  ),
  ...everyone.map((person) =>
    pageSample({
      name: `public/${person.name}`,
      url: inAddress(person),
      page: () => publicPage(publicly(shown(person))),
      expected: profile('public', bySlug(person), publicFields(person)),
    }),
  ),
  ...languages.map((language) =>
    pageSample({
      name: `public/in ${language.code}`,
      url: inAddress(mira),
      page: () => publicPage(publicly(fullProfile(mira, mira, othersThan(mira), language))),
      expected: profile('public', herself, whole),
    }),
  ),
];
