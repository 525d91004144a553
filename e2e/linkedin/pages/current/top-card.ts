import { portrait, slugInPath } from '../markup';
import type { ClassOf } from '../noise';
import type { Profile } from '../profile';
import { h, type Child, type Tree } from '../tree';

export interface CurrentTop {
  /** How the cards carry their keys; builds differ. */
  readonly keyName: 'componentkey' | 'id' | 'data-component-key';
  readonly topSuffix: 'Topcard' | 'TopCard';
  /** The name's element; a paragraph is no heading. */
  readonly heading: 'h1' | 'h2' | 'p';
  readonly contact: 'overlay' | 'hash' | 'none';
  readonly photo: 'display' | 'framed' | 'none';
  readonly actions: 'message' | 'follow' | 'self';
  readonly degrees: 'one' | 'two' | 'none';
  readonly audience: 'connections' | 'followers';
  readonly hasMutuals: boolean;
  /** Lines between the headline and the organisations: `Talks about #…`, a Top Voice badge. */
  readonly extraLines: readonly Child[];
  /** Whether the headline's paragraph is in another, as LinkedIn's script builds it. */
  readonly isHeadlineNested: boolean;
}

/** The top card (docs/linkedin-pages.md#current), twice keyed: on a `div` and on the `section` in it. */
export function topCard(profile: Profile, top: CurrentTop, key: string, classOf: ClassOf): Tree {
  const { profileOwner, company, school } = profile;
  const path = `/in/${slugInPath(profileOwner.slug)}`;
  const card = { [top.keyName]: `${key}${top.topSuffix}` };
  const label = [company, school].filter((name) => name !== null).join(' · ');
  return h(
    'div',
    card,
    h(
      'section',
      { ...card, ...classOf('top') },
      h('a', { href: `${path}/overlay/background-photo/` }, h('figure', {}, h('img', { alt: '', src: cover }))),
      photo(profile, top, classOf),
      h('div', classOf('names'), ...names(profile, top, path, classOf)),
      headline(profile, top, classOf),
      ...top.extraLines,
      label === '' ? null : h('p', classOf('organisations'), label),
      place(profile, top, path, classOf),
      company === null ? null : badge('company', company, classOf),
      school === null ? null : badge('school', school, classOf),
      audience(profile, top),
      top.hasMutuals ? mutuals(profile) : null,
      h('div', classOf('actions'), ...actions(profile, top, path)),
    ),
  );
}

const cover = 'https://media.licdn.com/dms/image/v2/C4D16AQ/profile-displaybackgroundimage-shrink_350_1400/0/1?e=1';

function photo({ profileOwner }: Profile, { photo: kind, actions: who }: CurrentTop, classOf: ClassOf): Tree {
  const own = portrait(profileOwner.slug);
  const src = kind === 'framed' ? own.replace('profile-displayphoto-shrink', 'profile-framedphoto-shrink') : own;
  const isSelf = who === 'self';
  const path = `/in/${slugInPath(profileOwner.slug)}/?isSelfProfile=true`;
  return h(
    isSelf ? 'a' : 'div',
    {
      componentkey: 'topcard-logo-image-referencekey',
      ...(isSelf ? { href: path } : { role: 'button', tabindex: '0' }),
      ...classOf('photo'),
    },
    h(
      'div',
      { 'aria-label': isSelf ? 'Edit photo' : 'Profile photo' },
      h(
        'figure',
        { 'aria-hidden': 'true' },
        h('svg', { id: 'person-accent-4' }),
        kind === 'none' ? null : h('img', { alt: '', src }),
      ),
    ),
  );
}

function names(profile: Profile, top: CurrentTop, path: string, classOf: ClassOf): readonly Child[] {
  const { name, pronouns, language } = profile;
  const [short] = language.degree;
  // An anchor in an anchor, which only a script can build.
  const verified = h(
    'a',
    { href: `${path}/overlay/verification/` },
    h('svg', { id: 'verified-medium', 'aria-label': name }),
  );
  return [
    h('a', { href: `${path}/`, ...classOf('name-link') }, h(top.heading, classOf('name'), name), verified),
    pronouns === null ? null : h('p', classOf('mark'), pronouns),
    top.degrees === 'none' ? null : h('p', classOf('mark'), `· ${short}`),
    top.degrees === 'two' ? h('div', { 'data-display-contents': 'true' }, h('p', classOf('mark'), '· 3rd+')) : null,
  ];
}

function headline({ headline: text }: Profile, { isHeadlineNested }: CurrentTop, classOf: ClassOf): Tree | null {
  if (text === null) return null;
  const line = h('p', classOf('headline'), text);
  return isHeadlineNested ? h('p', classOf('headline-frame'), line) : line;
}

function place({ location, language }: Profile, { contact }: CurrentTop, path: string, classOf: ClassOf): Tree {
  const href = contact === 'hash' ? '#' : `${path}/overlay/contact-info/`;
  const where = location === null ? null : h('p', classOf('place'), location);
  if (contact === 'none') return h('div', classOf('place-row'), where);
  const link = h('p', {}, h('a', { href, ...classOf('contact') }, language.contactInfo));
  return h('div', classOf('place-row'), where, where === null ? null : h('p', classOf('dot'), '·'), link);
}

function badge(kind: 'company' | 'school', name: string, classOf: ClassOf): Tree {
  return h(
    'div',
    { role: 'button', tabindex: '0', ...classOf('badge') },
    h('figure', { 'aria-hidden': 'true' }, h('svg', { id: `${kind}-accent-4` }), h('img', { alt: '' })),
    h('p', classOf('badge-name'), name),
  );
}

function audience({ profileOwner, language }: Profile, { audience: kind }: CurrentTop): Tree {
  if (kind === 'followers') return h('p', {}, language.followers);
  const href = `/search/results/people/?origin=MEMBER_PROFILE_CANNED_SEARCH&connectionOf=["${profileOwner.memberId}"]`;
  return h('a', { href }, h('p', {}, language.connections));
}

function mutuals({ profileOwner, others, language }: Profile): Tree {
  return h(
    'a',
    { href: `/search/results/people/?connectionOf=["${profileOwner.memberId}"]&network=["F"]` },
    h(
      'ul',
      { role: 'presentation' },
      ...others.map(({ slug }) =>
        h('li', {}, h('div', { role: 'button' }, h('figure', {}, h('img', { alt: '', src: portrait(slug) })))),
      ),
    ),
    h(
      'p',
      {},
      language.mutual.replace('{}', () => others.map(({ name }) => name).join(', ')),
    ),
  );
}

function actions({ profileOwner, language }: Profile, { actions: kind }: CurrentTop, path: string): readonly Tree[] {
  const { memberId, memberNumber } = profileOwner;
  if (kind === 'self') {
    return [
      h('a', { href: `${path}/edit/intro/` }, h('p', {}, 'Edit')),
      h('a', { href: `${path}/add-edit/EDUCATION/` }, h('p', {}, 'Add section')),
    ];
  }
  const connect = h('div', { componentkey: `ConnectButtonstate:invitation:urn:li:member:${memberNumber}_connect` });
  if (kind === 'follow') {
    return [
      h('button', {}, h('p', {}, language.follow)),
      h('a', { href: `/preload/custom-invite/?vanityName=${slugInPath(profileOwner.slug)}` }, h('p', {}, 'Connect')),
      connect,
    ];
  }
  const urn = encodeURIComponent(`urn:li:fsd_profile:${memberId}`);
  const compose = `/messaging/compose/?profileUrn=${urn}&recipient=${memberId}&screenContext=NON_SELF_PROFILE_VIEW`;
  return [
    h('a', { href: compose, 'aria-label': language.message }, h('svg', { id: 'send-privately-medium' })),
    h('a', { href: compose }, h('p', {}, language.message)),
    connect,
  ];
}
