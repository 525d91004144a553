import { mira } from '../../../support/cast';
import { classic, classicPage } from '../../pages/classic';
import { lowerCards } from '../../pages/classic/cards';
import { current, currentPage } from '../../pages/current';
import { activity } from '../../pages/noise';
import { frame } from '../../pages/other';
import { fullProfile } from '../../pages/profile';
import { h, type Tree } from '../../pages/tree';
import { bySlug, classicFields, currentFields, identityOf, nothing, profile, split } from '../expect';
import { builtSample, inAddress, othersThan, pageSample } from '../page-sample';
import { otherPeople, viewer } from '../people';
import type { Sample } from '../sample';

const shown = fullProfile(mira, viewer, othersThan(mira));

/** C11 and similar pages: a page below a profile, without a top card. */
function below(title: string): Tree {
  return frame(
    title,
    'd_flagship3_profile_view_base_position_details',
    h(
      'main',
      { class: 'scaffold-layout__main' },
      h('section', { class: 'artdeco-card' }, h('h2', {}, 'Experience'), ...lowerCards(shown, mira)),
      h('section', {}, ...activity(() => ({}), 'All activity', otherPeople)),
    ),
  );
}

const BELOW = [
  'details/experience/',
  'details/education/',
  'details/skills/',
  'details/recommendations/?detailScreenTabIndex=0',
  'recent-activity/all/',
  'recent-activity/comments/',
  'de/details/experience/',
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
  ...BELOW.map((path) =>
    pageSample({
      name: `detail/C11 ${path}`,
      url: inAddress(mira, `/${path}`),
      page: () => below('Experience | Mira Okonkwo | LinkedIn'),
      expected: nothing('profile-detail', bySlug(mira)),
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
