import { jonas, mira } from '../../../support/cast';
import { classic, classicPage } from '../../pages/classic';
import { topCard as classicTop } from '../../pages/classic/top-card';
import { current, currentPage } from '../../pages/current';
import { fullProfile } from '../../pages/profile';
import { h } from '../../pages/tree';
import { bySlug, classicFields, currentFields, identityOf, profile, split, unsettled, without } from '../expect';
import { builtSample, inAddress, othersThan, pageSample } from '../page-sample';
import { viewer } from '../people';
import type { Sample } from '../sample';

const hers = fullProfile(mira, viewer, othersThan(mira));
const his = fullProfile(jonas, viewer, othersThan(jonas));
const url = inAddress(mira);
const whole = { ...currentFields(mira), ...split('Mira', 'Okonkwo') };
const byId = { slug: null, memberId: mira.memberId, salesId: null };

/** A top card whose frame has loaded and whose texts have not. */
const NOTHING_YET = {
  name: '',
  headline: null,
  company: null,
  school: null,
  location: null,
  pronouns: null,
  about: null,
  experience: null,
} as const;

/** R1 to R3, R10: the address is already Mira's, while all or part of the page is still Jonas's. */
export const samples: readonly Sample[] = [
  builtSample({
    name: 'stale/R1 current: all of the previous person',
    url,
    page: () => currentPage(current(his)),
    expected: unsettled(bySlug(mira), 'current'),
  }),
  builtSample({
    name: 'stale/R1 current, by member id: all of the previous person',
    url: `https://www.linkedin.com/in/${mira.memberId}/`,
    page: () => currentPage(current(his)),
    expected: unsettled(byId, 'current'),
    profileOwner: mira,
  }),
  pageSample({
    name: 'stale/R1 classic: all of the previous person',
    url,
    page: () => classicPage(classic(his)),
    expected: unsettled(bySlug(mira), 'classic'),
  }),
  pageSample({
    name: 'stale/R1 classic, by member id: all of the previous person',
    url: `https://www.linkedin.com/in/${mira.memberId}/`,
    page: () => classicPage(classic(his)),
    expected: unsettled(byId, 'classic'),
    profileOwner: mira,
  }),
  builtSample({
    name: 'stale/R2 current: title of the next, top card of the previous person',
    url,
    page: () => currentPage(current(his, { title: 'Mira Okonkwo | LinkedIn' })),
    expected: unsettled(bySlug(mira), 'current'),
  }),
  pageSample({
    name: 'stale/R2 classic: title and data of the next, top card of the previous person',
    url,
    page: () => classicPage(classic(his, { title: 'Mira Okonkwo | LinkedIn', previous: mira })),
    expected: unsettled(bySlug(mira), 'classic'),
  }),
  builtSample({
    name: 'stale/R2 current: lower cards and keys of the next, top card of the previous person',
    url,
    page: () => currentPage(current(his, { lowerCards: hers, keyedBySlug: mira })),
    expected: unsettled(bySlug(mira), 'current'),
  }),
  builtSample({
    name: 'stale/R3 current: lower cards and keys of the previous person',
    url,
    page: () => currentPage(current(hers, { lowerCards: his, keyedBySlug: jonas })),
    expected: profile('current', bySlug(mira), without(whole, 'about', 'position')),
    nor: [jonas],
  }),
  builtSample({
    name: 'stale/R3 current: only the slug-keyed cards are the previous person’s',
    url,
    page: () => currentPage(current(hers, { keyedBySlug: jonas })),
    expected: profile('current', identityOf(mira), whole),
  }),
  pageSample({
    name: 'stale/R3 classic: lower cards of the previous person, who is named in them',
    url,
    page: () => classicPage(classic({ ...hers, about: his.about, experience: his.experience }, { cardsOf: jonas })),
    expected: profile('classic', identityOf(mira), without(classicFields(mira), 'about', 'position')),
    never: ['Partner', 'Fjord Capital'],
  }),
  pageSample({
    name: 'stale/R3 classic: lower cards of the previous person, and no badge',
    url,
    page: () =>
      classicPage(
        classic(
          { ...hers, company: null, about: his.about, experience: his.experience },
          { cardsOf: jonas, logos: 'picture' },
        ),
      ),
    expected: profile('classic', identityOf(mira), without(classicFields(mira), 'about', 'position', 'company')),
    never: ['Partner', 'Fjord Capital'],
  }),
  pageSample({
    name: 'stale/R10 classic: data of the previous person under the right top card',
    url,
    page: () => classicPage(classic(hers, { previous: jonas, records: [] })),
    expected: profile('classic', identityOf(mira), { ...classicFields(mira), ...split('Mira', 'Okonkwo') }),
  }),
  builtSample({
    name: 'stale/current: links and keys of the next, but still the previous person’s words',
    url,
    page: () =>
      currentPage(current({ ...his, profileOwner: mira }, { title: 'Mira Okonkwo | LinkedIn', lowerCards: hers })),
    expected: unsettled(bySlug(mira), 'current'),
  }),
  builtSample({
    name: 'stale/current: keyed top card without a name yet',
    url,
    page: () => currentPage(current({ ...hers, ...NOTHING_YET }, { title: 'LinkedIn', isHydrated: false })),
    expected: unsettled(bySlug(mira), 'current'),
  }),
  pageSample({
    name: 'stale/classic: top card without a name yet',
    url,
    page: () => classicPage(classic({ ...hers, ...NOTHING_YET }, { title: 'LinkedIn', records: [] })),
    expected: unsettled(bySlug(mira), 'classic'),
  }),
  pageSample({
    name: 'stale/classic: the previous person’s top card is kept hidden above the right one',
    url,
    page: () => classicPage(classic(hers, { before: [h('div', { hidden: true }, classicTop(his, classic(his)))] })),
    expected: profile('classic', identityOf(mira), classicFields(mira)),
  }),
  pageSample({
    name: 'stale/classic: the next person’s top card is hidden above the previous one',
    url: inAddress(jonas),
    page: () => classicPage(classic(his, { before: [h('div', { hidden: true }, classicTop(hers, classic(hers)))] })),
    expected: profile('classic', identityOf(jonas), classicFields(jonas)),
    nor: [mira],
  }),
];
