import { fill } from '../../samples/languages';
import { portrait, slugInPath } from '../markup';
import type { Profile } from '../profile';
import { h, type Tree } from '../tree';

export interface ClassicTop {
  /** `hashed`: 2025's heading; `readable`: until 2025; `wrapped`: presence text beside the name; `none`: not known yet. */
  readonly heading: 'hashed' | 'readable' | 'wrapped' | 'none';
  readonly photo: 'own' | 'ghost' | 'none';
  /** `other`: as others see it; `self`: with edit links; `none`: no link that names the owner. */
  readonly links: 'other' | 'self' | 'none';
  /** Pictures of organisations, or the ghosts that say which kind it is. */
  readonly logos: 'ghost' | 'picture';
  readonly hasMutuals: boolean;
  /** 2023: `section.pv-top-card` with no hash. */
  readonly topClass: string;
}

/** The top card (docs/linkedin-pages.md#classic). */
export function topCard(profile: Profile, top: ClassicTop): Tree {
  const { profileOwner, pronouns, headline } = profile;
  const path = `/in/${slugInPath(profileOwner.slug)}`;
  return h(
    'section',
    { class: `artdeco-card ${top.topClass}`, 'data-member-id': String(profileOwner.memberNumber) },
    h('div', { class: 'profile-background-image' }, h('img', { alt: '', src: cover })),
    photo(profile, top),
    h(
      'div',
      { class: 'mt2 relative' },
      h(
        'div',
        {},
        nameRow(profile, top, path),
        pronouns === null
          ? null
          : h('span', { class: 'text-body-small v-align-middle break-words t-black--light' }, `(${pronouns})`),
        top.links === 'self' ? null : degree(profile),
        headline === null
          ? null
          : h(
              'div',
              {
                class: 'text-body-medium break-words',
                'data-generated-suggestion-target': 'urn:li:fsu_profileActionDelegate:-1488208434',
              },
              headline,
            ),
      ),
      organisations(profile, top),
      place(profile, top, path),
      h('ul', {}, h('li', {}, h('span', { class: 't-bold' }, '495'), ` ${profile.language.connections}`)),
      top.hasMutuals ? mutuals(profile) : null,
      actions(profile, top, path),
    ),
  );
}

const cover = 'https://media.licdn.com/dms/image/v2/C4D16AQ/profile-displaybackgroundimage-shrink_350_1400/0/1?e=1';
const GHOST = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

function photo({ name, profileOwner }: Profile, { photo: kind }: ClassicTop): Tree {
  const src = kind === 'own' ? portrait(profileOwner.slug) : GHOST;
  return h(
    'button',
    { class: 'pv-top-card-profile-picture__container', 'aria-label': 'open profile picture' },
    kind === 'none' ? null : h('img', { class: 'pv-top-card-profile-picture__image', title: name, alt: name, src }),
  );
}

function nameRow({ name }: Profile, { heading, links }: ClassicTop, path: string): Tree {
  const CLASS = {
    hashed: '_a1b2c3d4 inline t-24 v-align-middle break-words',
    readable: 'text-heading-xlarge inline t-24 v-align-middle break-words',
    wrapped: 'inline t-24 v-align-middle break-words',
    none: 'inline t-24 v-align-middle break-words',
  } as const;
  const title = h(
    heading === 'none' ? 'div' : 'h1',
    { class: CLASS[heading] },
    name,
    heading === 'wrapped' ? h('span', { class: 'visually-hidden' }, 'Status is reachable Mobile • 10h') : null,
  );
  return links === 'other' ? h('a', { href: `${path}/overlay/about-this-profile/` }, title) : h('div', {}, title);
}

function degree({
  language: {
    degree: [short, long],
  },
}: Profile): Tree {
  return h(
    'span',
    { class: 'distance-badge separator' },
    h('span', { class: 'visually-hidden' }, long),
    h('span', { class: 'dist-value', 'aria-hidden': 'true' }, short),
  );
}

function organisations({ company, school, language }: Profile, { logos }: ClassicTop): Tree | null {
  if (company === null && school === null) return null;
  const button = (name: string | null, label: string, ghost: string): Tree | null =>
    name === null
      ? null
      : h(
          'li',
          { class: 'pv-text-details__right-panel-item' },
          h(
            'button',
            { 'aria-label': fill(label, name) },
            h('img', { class: logos === 'ghost' ? ghost : 'EntityPhoto-square-1', alt: '' }),
            h('span', {}, h('div', { class: 'inline-show-more-text' }, name)),
          ),
        );
  return h(
    'ul',
    { class: 'pv-text-details__right-panel' },
    button(company, language.currentCompany, 'ghost-company'),
    button(school, language.school, 'ghost-school'),
  );
}

function place({ location, language }: Profile, { links }: ClassicTop, path: string): Tree {
  const contact = h(
    'a',
    { id: 'top-card-text-details-contact-info', href: `${path}/overlay/contact-info/` },
    language.contactInfo,
  );
  return h(
    'div',
    { class: 'mt2' },
    location === null ? null : h('span', { class: 'text-body-small inline t-black--light break-words' }, location),
    links === 'none' ? null : h('span', { class: 'pv-text-details__separator t-black--light' }, contact),
  );
}

function mutuals({ profileOwner, others, language }: Profile): Tree {
  return h(
    'a',
    {
      href: `/search/results/people/?facetNetwork=%22F%22&facetConnectionOf=%22${profileOwner.memberId}%22&origin=MEMBER_PROFILE`,
    },
    h('ul', {}, ...others.map((other) => h('li', {}, h('img', { alt: other.name, src: portrait(other.slug) })))),
    h('span', {}, fill(language.mutual, others.map((other) => other.name).join(', '))),
  );
}

function actions({ profileOwner, language }: Profile, { links }: ClassicTop, path: string): Tree {
  const urn = encodeURIComponent(`urn:li:fsd_profile:${profileOwner.memberId}`);
  if (links === 'self') {
    return h(
      'div',
      { class: 'pvs-profile-actions' },
      h('a', { href: `${path}/edit/intro/` }, 'Edit intro'),
      h('a', { href: `${path}/edit/forms/next-action/after-connect/new/` }, 'Add profile section'),
      h('a', { href: `${path}/opportunities/job-opportunities/details/?profileUrn=${urn}` }, 'Open to'),
    );
  }
  return h(
    'div',
    { class: 'pvs-profile-actions' },
    h('button', { 'aria-label': `${language.message} ${profileOwner.firstName}` }, language.message),
    links === 'none' ? null : h('a', { href: `${path}/overlay/photo/?profileUrn=${urn}` }, '·'),
    h('button', { 'aria-label': language.more }, '…'),
  );
}
