import { jonas, mira } from '../../../support/cast';
import { classic, classicPage } from '../../pages/classic';
import { belowPage, type BelowPage } from '../../pages/below';
import { current, currentPage } from '../../pages/current';
import { fullProfile } from '../../pages/profile';
import { h, type Tree } from '../../pages/tree';
import { bySlug, classicFields, currentFields, identityOf, inferred, nothing, profile, proven, split } from '../expect';
import { ja } from '../languages/east-asian';
import { de, en } from '../languages/germanic';
import type { Language } from '../languages/language';
import { ar } from '../languages/rtl';
import { builtSample, inAddress, othersThan, pageSample } from '../page-sample';
import { viewer } from '../people';
import type { ExpectedReading, Sample } from '../sample';

const shown = fullProfile(mira, viewer, othersThan(mira));

interface Below {
  readonly name: string;
  readonly path: string;
  readonly page: BelowPage;
  readonly fields: ExpectedReading['fields'];
  readonly never?: readonly string[];
}

const named = { name: proven(mira.name, 'link'), ...split('Mira', 'Okonkwo') };
const suggested = { name: inferred(mira.name, 'title'), ...split('Mira', 'Okonkwo', 'inferred') };
const working = {
  position: inferred(mira.position, 'structure'),
  company: inferred(mira.company, 'structure'),
};
const EXPERIENCE = 'details/experience/';
const ACTIVITY = 'recent-activity/all/';

const activityIn = (language: Language): Below => ({
  name: `activity in ${language.code}`,
  path: ACTIVITY,
  page: { profileOwner: mira, language, label: language.activity, posts: [jonas, mira] },
  fields: named,
  never: [language.activity],
});

const experienceIn = (language: Language): Below => ({
  name: `experience in ${language.code}`,
  path: EXPERIENCE,
  page: {
    profileOwner: mira,
    language,
    label: language.experience,
    jobs: [
      [mira.position, `${mira.company} · ${language.fullTime}`, language.ongoing],
      ['Associate', 'Old Harbour', language.ended],
    ],
  },
  fields: { ...suggested, ...working },
  never: ['Old Harbour'],
});

/** Pages below a profile, without a top card, in several languages, orders and with parts missing. */
const BELOW: readonly Below[] = [
  ...[en, de, ar, ja].flatMap((language) => [activityIn(language), experienceIn(language)]),
  {
    name: 'experience with a career break first',
    path: `de/${EXPERIENCE}`,
    page: {
      profileOwner: mira,
      language: en,
      label: en.experience,
      jobs: [
        ['Caregiving', 'Career Break', en.ongoing],
        [mira.position, mira.company, en.ongoing],
      ],
    },
    fields: { ...suggested, ...working },
    never: ['Career Break', 'Caregiving'],
  },
  {
    name: 'experience in the current generation',
    path: EXPERIENCE,
    page: {
      profileOwner: mira,
      language: en,
      label: en.experience,
      isCurrent: true,
      jobs: [[mira.position, `${mira.company} · Full-time`, en.ongoing]],
    },
    fields: { ...suggested, ...working },
  },
  {
    name: 'education gives no job',
    path: 'details/education/',
    page: { profileOwner: mira, language: en, label: en.education, jobs: [['MSc', 'Northport Institute', en.ongoing]] },
    fields: suggested,
    never: ['Northport'],
  },
  {
    name: 'activity of a person whose name has the words that end the title',
    path: ACTIVITY,
    page: {
      profileOwner: { ...mira, name: 'Mira Okonkwo | LinkedIn Trainer' },
      language: en,
      label: en.activity,
      posts: [{ ...mira, name: 'Mira Okonkwo | LinkedIn Trainer' }],
    },
    fields: { name: proven('Mira Okonkwo | LinkedIn Trainer', 'link'), ...split('Mira', 'Okonkwo', 'inferred') },
  },
  {
    name: 'activity whose title begins with the name',
    path: ACTIVITY,
    page: {
      profileOwner: mira,
      language: ar,
      label: ar.activity,
      title: `${mira.name} | ${ar.activity} | LinkedIn`,
      posts: [jonas, mira],
    },
    fields: named,
    never: [ar.activity],
  },
  {
    name: 'activity under the title of the profile before it',
    path: ACTIVITY,
    page: { profileOwner: mira, language: en, label: en.activity, title: 'Jonas Berg | LinkedIn', posts: [jonas] },
    fields: {},
  },
  {
    name: 'activity that is still another person’s',
    path: ACTIVITY,
    page: { profileOwner: jonas, language: en, label: en.activity, posts: [jonas] },
    fields: {},
  },
  {
    name: 'activity that is still another person’s, with a post by the one in the address',
    path: ACTIVITY,
    page: {
      profileOwner: jonas,
      language: en,
      label: en.activity,
      title: `${en.activity} (2) | Jonas Berg | LinkedIn`,
      posts: [mira, jonas],
    },
    fields: {},
  },
  {
    name: 'experience that is still another person’s, under the title of the one in the address',
    path: EXPERIENCE,
    page: {
      profileOwner: jonas,
      language: en,
      label: en.experience,
      title: 'Experience | Mira Okonkwo | LinkedIn',
      posts: [mira],
      jobs: [[jonas.position, jonas.company, en.ongoing]],
    },
    fields: { name: proven(mira.name, 'link'), ...split('Mira', 'Okonkwo') },
    never: [jonas.position, jonas.company],
  },
  {
    name: 'activity whose posts have not loaded yet',
    path: 'recent-activity/comments/',
    page: {
      profileOwner: mira,
      language: en,
      label: 'Comments',
      title: 'Activity | Mira Okonkwo | LinkedIn',
      posts: [],
    },
    fields: {},
  },
  {
    name: 'skills under a title without a name',
    path: 'details/skills/?detailScreenTabIndex=0',
    page: { profileOwner: mira, language: en, label: 'Skills', title: 'Skills | LinkedIn' },
    fields: {},
  },
];

/** A dialog over the profile, with other people's texts where the profile has its own. */
function dialog(kind: 'classic' | 'current'): Tree {
  const [otherPerson] = othersThan(mira);
  return h(
    kind === 'current' ? 'dialog' : 'div',
    kind === 'current'
      ? { open: true, 'data-testid': 'dialog', 'data-sdui-screen': 'com.linkedin.sdui.ProfileContactDetailsOverlay' }
      : { role: 'dialog', class: 'artdeco-modal' },
    h('h1', {}, otherPerson?.name ?? ''),
    h('h2', {}, 'Contact info'),
    h('section', { 'data-member-id': '1' }, h('h2', {}, otherPerson?.headline ?? '')),
    h('p', {}, 'linkedin.com/in/mira-okonkwo'),
    h('div', {}, h('p', {}, 'Tromsø, Norge'), h('p', {}, '·'), h('p', {}, h('a', { href: '#' }, 'mira@example.org'))),
  );
}

const OVERLAYS = [
  'overlay/contact-info/',
  'overlay/about-this-profile/',
  'overlay/photo/',
  'overlay/1635/single-media-viewer/?type=DOCUMENT&profileId=ACoAACEUoS8B9kCwx-du-CokOC3B-fhGgrAjCK0',
];

export const samples: readonly Sample[] = [
  ...BELOW.map(({ name, path, page, fields, never = [] }) =>
    pageSample({
      name: `detail/C11 ${name}`,
      url: inAddress(mira, `/${path}`),
      page: () => belowPage(page, othersThan(mira)),
      expected: { ...nothing('profile-detail', bySlug(mira)), fields },
      never,
    }),
  ),
  ...OVERLAYS.flatMap((path) => [
    pageSample({
      name: `detail/classic, ${path}`,
      url: inAddress(mira, `/${path}`),
      page: () => classicPage(classic(shown, { overlay: dialog('classic') })),
      expected: profile('classic', identityOf(mira), classicFields(mira)),
      never: ['Tromsø', 'mira@'],
    }),
    builtSample({
      name: `detail/S23 current, ${path}`,
      url: inAddress(mira, `/${path}`),
      page: () => currentPage(current(shown, { overlay: dialog('current') })),
      expected: profile('current', identityOf(mira), { ...currentFields(mira), ...split('Mira', 'Okonkwo') }),
      never: ['Tromsø', 'mira@'],
    }),
  ]),
];
