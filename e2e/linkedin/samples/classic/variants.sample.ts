import { jonas, mira } from '../../../support/cast';
import { classic, classicPage, type ClassicPage } from '../../pages/classic';
import { lookAlike, record } from '../../pages/classic/islands';
import { fullProfile, SCHOOL, type Profile } from '../../pages/profile';
import { apart, classicFields, identityOf, inferred, profile, split, unsettled, without } from '../expect';
import { de } from '../languages/germanic';
import { bea, ola } from '../cast/latin';
import { inAddress, othersThan, pageSample } from '../page-sample';
import { viewer } from '../people';
import type { ExpectedReading, Sample } from '../sample';

const whole = classicFields(mira);
const herself = identityOf(mira);
const readWhole = profile('classic', herself, whole);

interface Variant {
  readonly name: string;
  readonly of?: Partial<Profile>;
  readonly page?: Partial<ClassicPage>;
  readonly expected: ExpectedReading;
  readonly never?: readonly string[];
}

const variants: readonly Variant[] = [
  {
    name: 'C2 embedded data of an earlier profile is still there',
    page: { previous: jonas },
    expected: readWhole,
  },
  {
    name: 'C2 embedded data of an earlier profile only',
    page: { previous: jonas, records: [] },
    expected: profile('classic', herself, { ...whole, ...split('Mira', 'Okonkwo') }),
  },
  {
    name: 'embedded data with the same slug but another member’s number',
    page: { records: [{ ...record(bea), publicIdentifier: mira.slug }] },
    expected: profile('classic', herself, { ...whole, ...split('Mira', 'Okonkwo') }),
  },
  {
    name: 'embedded data of similar people before the owner’s own',
    page: {
      records: [
        { ...record(ola), publicIdentifier: `${mira.slug}-2` },
        { ...lookAlike(bea), publicIdentifier: 7 },
        record(mira),
      ],
    },
    expected: readWhole,
  },
  {
    name: 'embedded data whose names are no text',
    page: { records: [{ ...record(mira), firstName: { text: 'Ana' }, lastName: ['Duarte'] }] },
    expected: profile('classic', herself, { ...whole, ...split('Mira', 'Okonkwo') }),
  },
  {
    name: 'a name with the words that end the title',
    of: { name: 'Mira Okonkwo | LinkedIn Trainer' },
    expected: profile('classic', herself, {
      ...whole,
      name: { value: 'Mira Okonkwo | LinkedIn Trainer', evidence: 'heading', certainty: 'proven' },
    }),
  },
  {
    name: 'embedded names with a title, a credential and an emoji',
    page: { records: [{ ...record(mira), firstName: 'Dr. Mira', lastName: 'Okonkwo, PhD 🚀' }] },
    of: { name: 'Dr. Mira Okonkwo, PhD 🚀' },
    expected: profile('classic', herself, {
      ...whole,
      name: { value: 'Dr. Mira Okonkwo, PhD 🚀', evidence: 'heading', certainty: 'proven' },
    }),
  },
  {
    name: 'C3 no photo, but those of people in common',
    page: { photo: 'ghost' },
    expected: profile('classic', herself, without(whole, 'avatar')),
  },
  {
    name: 'no photo element at all, but those of people in common',
    page: { photo: 'none' },
    expected: profile('classic', herself, without(whole, 'avatar')),
  },
  {
    name: 'C5 one button with a school under German labels, nothing else',
    of: { company: null, school: SCHOOL, experience: null, language: de },
    page: { logos: 'picture' },
    expected: profile('classic', herself, without(whole, 'company', 'position')),
  },
  {
    name: 'C5 one button with a school, and no card that says whether it is a school',
    of: { company: null, school: SCHOOL, experience: null, language: de },
    page: { logos: 'picture', hasEducation: false },
    expected: profile('classic', herself, without(whole, 'company', 'position')),
  },
  {
    name: 'invisible characters in the name',
    of: { name: 'Mira\u200b  Okonkwo\u2069' },
    expected: readWhole,
  },
  {
    name: 'C7 a heading under hashed class names, 2025',
    page: { heading: 'hashed' },
    expected: readWhole,
  },
  {
    name: 'C10 a top card with readable class names, 2023',
    page: { heading: 'readable', topClass: 'ember-view pv-top-card' },
    expected: readWhole,
  },
  {
    name: 'the name outside any heading',
    page: { heading: 'none' },
    expected: unsettled({ ...herself, memberId: null }),
  },
  {
    name: 'C12 the viewer’s urn eighty times',
    page: { viewerUrns: 80 },
    expected: readWhole,
  },
  {
    name: 'C13 unread messages in the title',
    page: { title: '(22) Mira Okonkwo | LinkedIn' },
    expected: readWhole,
  },
  {
    name: 'C14 presence beside the name',
    page: { heading: 'wrapped' },
    expected: readWhole,
  },
  {
    name: 'S19 an empty headline',
    of: { headline: '--' },
    expected: profile('classic', herself, without(whole, 'headline')),
  },
  {
    name: 'no headline element',
    of: { headline: null },
    expected: profile('classic', herself, without(whole, 'headline'), ['headline']),
  },
  {
    name: 'no place',
    of: { location: null },
    expected: profile('classic', herself, without(whole, 'location'), ['location']),
  },
  {
    name: 'neither headline nor place',
    of: { location: null, headline: null },
    expected: profile('classic', herself, without(whole, 'location', 'headline'), ['headline', 'location']),
  },
  {
    name: 'about in several paragraphs',
    of: { about: 'I buy what keeps the lights on.\n\nAnd ask:\n• where it came from\n• who made it' },
    expected: profile('classic', herself, {
      ...whole,
      about: {
        value: 'I buy what keeps the lights on.\n\nAnd ask:\n• where it came from\n• who made it',
        evidence: 'structure',
        certainty: 'proven',
      },
    }),
  },
  {
    name: 'lower cards without any link, at the badge’s company',
    page: { cardsOf: null },
    expected: profile('classic', herself, {
      ...whole,
      about: inferred(mira.about, 'structure'),
      position: inferred(mira.position, 'structure'),
    }),
  },
  {
    name: 'lower cards without any link and no badge',
    of: { company: null, school: null },
    page: { cardsOf: null },
    expected: profile('classic', herself, {
      ...whole,
      about: inferred(mira.about, 'structure'),
      company: inferred(mira.company, 'structure'),
      position: inferred(mira.position, 'structure'),
    }),
  },
  {
    name: 'C9 one’s own profile',
    of: fullProfile(viewer, viewer, othersThan(viewer)),
    page: {
      links: 'self',
      hasMutuals: false,
      records: [record(viewer)],
      cardsOf: viewer,
      title: `${viewer.name} | LinkedIn`,
    },
    expected: profile('classic', identityOf(viewer), { ...classicFields(viewer), ...apart(viewer, 'island') }),
  },
  {
    name: 'a top card without slug or id, and no embedded data',
    page: { links: 'none', hasMutuals: false, records: [], cardsOf: null },
    expected: unsettled({ ...herself, memberId: null }, 'classic'),
  },
];

export const samples: readonly Sample[] = variants.map(({ name, of = {}, page = {}, expected, never = [] }) => {
  const profileOwner = of.profileOwner ?? mira;
  return pageSample({
    name: `classic/${name}`,
    url: inAddress(profileOwner),
    page: () => classicPage(classic({ ...fullProfile(mira, viewer, othersThan(mira)), ...of }, page)),
    expected,
    never,
    nor: [jonas, bea, ola],
  });
});
