import { ana, mira } from '../../../support/cast';
import { portrait } from '../../pages/markup';
import { current, currentPage, type CurrentPage } from '../../pages/current';
import { fullProfile, type Profile } from '../../pages/profile';
import { h } from '../../pages/tree';
import { bySlug, currentFields, identityOf, inferred, profile, proven, split, unsettled, without } from '../expect';
import { builtSample, inAddress, othersThan } from '../page-sample';
import { viewer } from '../people';
import type { ExpectedReading, Sample } from '../sample';

const whole = { ...currentFields(mira), ...split('Mira', 'Okonkwo') };
const herself = identityOf(mira);
const readWhole = profile('current', herself, whole);

interface Variant {
  readonly name: string;
  readonly of?: Partial<Profile>;
  readonly page?: Partial<CurrentPage>;
  readonly expected: ExpectedReading;
  readonly never?: readonly string[];
}

const variants: readonly Variant[] = [
  {
    name: 'S2 only the top card has loaded',
    page: { isHydrated: false },
    expected: profile('current', herself, without(whole, 'about', 'position')),
  },
  {
    name: 'S4 company only',
    of: { school: null },
    expected: readWhole,
  },
  {
    name: 'S6 pronouns, a degree and a hidden second one',
    of: { pronouns: 'He/Him' },
    page: { degrees: 'two' },
    expected: readWhole,
  },
  {
    name: 'three pronouns and no degree',
    of: { pronouns: 'She/They/Xe' },
    page: { degrees: 'none' },
    expected: readWhole,
  },
  { name: 'S7 a contact link to nowhere', page: { contact: 'hash' }, expected: readWhole },
  {
    name: 'S8 no contact link',
    page: { contact: 'none' },
    expected: profile('current', herself, { ...whole, location: inferred(mira.location, 'structure') }),
  },
  {
    name: 'S8 no contact link, no organisations, two lines',
    of: { company: null, school: null, experience: null },
    page: { contact: 'none' },
    expected: profile('current', herself, {
      ...without(whole, 'company', 'position'),
      location: inferred(mira.location, 'structure'),
    }),
  },
  { name: 'S9 TopCard', page: { topSuffix: 'TopCard' }, expected: readWhole },
  { name: 'S10 keys as ids', page: { keyName: 'id' }, expected: readWhole },
  { name: 'S11 keys as data-component-key', page: { keyName: 'data-component-key' }, expected: readWhole },
  { name: 'S12 the name as h1', page: { heading: 'h1' }, expected: readWhole },
  {
    name: 'S17 followers, Top Voice and premium badges',
    page: {
      audience: 'followers',
      extraLines: [
        h('div', { role: 'button' }, h('svg', { id: 'premium-chip-medium' }), h('p', {}, 'Top Procurement Voice')),
        h('a', { href: 'https://example.com' }, h('p', {}, 'Visit my website')),
      ],
    },
    expected: readWhole,
    never: ['Voice', 'website'],
  },
  {
    name: 'hashtags between headline and organisations',
    page: { extraLines: [h('p', {}, 'Talks about #procurement, #energy and #trust')] },
    expected: readWhole,
    never: ['Talks about'],
  },
  {
    name: 'followers where the place would be',
    of: { location: null },
    page: { contact: 'none', audience: 'followers' },
    expected: profile('current', herself, without(whole, 'location'), ['location']),
    never: ['followers'],
  },
  {
    name: 'S18 a framed photo',
    page: { photo: 'framed' },
    expected: profile('current', herself, {
      ...whole,
      avatar: proven(portrait(mira.slug).replace('displayphoto', 'framedphoto'), 'structure'),
    }),
  },
  {
    name: 'S18 no photo, but those of people in common and a cover',
    page: { photo: 'none' },
    expected: profile('current', herself, without(whole, 'avatar')),
  },
  {
    name: 'S18 no photo and no organisations, but people in common',
    of: { company: null, school: null },
    page: { photo: 'none' },
    expected: profile('current', herself, {
      ...without(whole, 'avatar'),
      company: proven(mira.company, 'structure'),
    }),
  },
  { name: 'no sticky header', page: { hasToolbar: false }, expected: readWhole },
  { name: 'pronouns of one’s own', of: { pronouns: 'ella' }, expected: readWhole },
  {
    name: 'pronouns of one’s own and no sticky header',
    of: { pronouns: 'ella' },
    page: { hasToolbar: false },
    expected: readWhole,
  },
  {
    name: 'invisible characters in the name',
    of: { name: 'Mira\u200b  Okonkwo\u2069' },
    expected: readWhole,
  },
  {
    name: 'S19 an empty headline',
    of: { headline: '--' },
    expected: profile('current', herself, without(whole, 'headline')),
  },
  {
    name: 'no headline element',
    of: { headline: null },
    expected: profile('current', herself, without(whole, 'headline'), ['headline']),
  },
  {
    name: 'no place',
    of: { location: null },
    expected: profile('current', herself, without(whole, 'location'), ['location']),
  },
  {
    name: 'S20 a headline with a dot and “at”',
    of: { headline: 'Founder · Advisor at Nordlys' },
    expected: profile('current', herself, { ...whole, headline: proven('Founder · Advisor at Nordlys', 'structure') }),
  },
  {
    name: 'a headline that begins with a number',
    of: { headline: '20 years of buying well' },
    expected: profile('current', herself, { ...whole, headline: proven('20 years of buying well', 'structure') }),
  },
  {
    name: 'a headline that is the company’s name',
    of: { headline: mira.company },
    expected: profile('current', herself, { ...whole, headline: proven(mira.company, 'structure') }),
  },
  { name: 'a headline in a paragraph in a paragraph', page: { isHeadlineNested: true }, expected: readWhole },
  {
    name: 'S22 one’s own profile',
    of: fullProfile(viewer, viewer, othersThan(viewer)),
    page: { actions: 'self', degrees: 'none', hasMutuals: false, title: `${viewer.name} | LinkedIn` },
    expected: profile('current', identityOf(viewer), { ...currentFields(viewer), ...split('Teo', 'Larsen') }),
  },
  {
    name: 'one’s own profile with pronouns of one’s own and no sticky header',
    of: { ...fullProfile(viewer, viewer, othersThan(viewer)), pronouns: 'any' },
    page: { actions: 'self', degrees: 'none', hasToolbar: false, title: `${viewer.name} | LinkedIn` },
    expected: profile('current', identityOf(viewer), {
      ...currentFields(viewer),
      headline: inferred(viewer.headline, 'structure'),
      ...split('Teo', 'Larsen'),
    }),
  },
  {
    name: 'a person out of the network with pronouns of their own, no headline and no sticky header',
    of: { pronouns: 'ask me', headline: null },
    page: { degrees: 'none', hasToolbar: false },
    expected: profile('current', herself, without(whole, 'headline'), ['headline']),
    never: ['ask me'],
  },
  {
    name: 'pronouns of one’s own, no contact link and no place',
    of: { pronouns: 'ella', location: null },
    page: { contact: 'none' },
    expected: profile('current', herself, without(whole, 'location'), ['location']),
  },
  {
    name: 'a name that is no heading',
    page: { heading: 'p' },
    expected: profile('current', herself, { ...whole, name: proven(mira.name, 'link') }),
  },
  {
    name: 'a name that is no heading, and no title yet',
    page: { heading: 'p', title: 'LinkedIn' },
    expected: unsettled(bySlug(mira), 'current'),
  },
  {
    name: 'a name with the words that end the title',
    of: { name: 'Mira Okonkwo | LinkedIn Trainer' },
    expected: profile('current', herself, {
      ...whole,
      name: proven('Mira Okonkwo | LinkedIn Trainer', 'heading'),
      ...split('Mira', 'Okonkwo', 'inferred'),
    }),
  },
  {
    name: 'a family name in capitals first',
    of: { name: 'OKONKWO Mira' },
    expected: profile('current', herself, { ...currentFields(mira), name: proven('OKONKWO Mira', 'heading') }),
  },
  {
    name: 'S24 about with line breaks and more to expand',
    of: { about: 'I buy what keeps the lights on.\n\nAnd ask where it came from.' },
    expected: profile('current', herself, {
      ...whole,
      about: proven('I buy what keeps the lights on.\n\nAnd ask where it came from.', 'card-key'),
    }),
  },
  {
    name: 'S26 one card under another person’s id',
    page: {
      extraCards: [
        h(
          'section',
          { componentkey: `com.linkedin.sdui.profile.card.ref${ana.memberId}Interests` },
          h('h2', {}, 'Interests'),
        ),
      ],
    },
    expected: profile('current', { ...herself, memberId: null }, whole),
  },
  {
    name: 'no action but to follow',
    page: { actions: 'follow' },
    expected: readWhole,
  },
];

export const samples: readonly Sample[] = variants.map(({ name, of = {}, page = {}, expected, never = [] }) => {
  const all = { ...fullProfile(mira, viewer, othersThan(mira)), ...of };
  return builtSample({
    name: `current/${name}`,
    url: inAddress(all.profileOwner),
    page: () => currentPage(current({ ...all, name: of.name ?? all.profileOwner.name }, page)),
    expected,
    never,
  });
});
