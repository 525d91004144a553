import type { CastMember } from '../../../support/cast';
import { slugInPath } from '../markup';
import { SCHOOL, type Entry, type Profile, type Role } from '../profile';
import { h, type Child, type Tree } from '../tree';

/**
 * The cards below the top card.
 *
 * @param owner the person in the cards' own links: the profile's owner, an earlier person, or none
 */
export function lowerCards(profile: Profile, owner: CastMember | null, hasEducation = true): readonly Child[] {
  const { about, experience, language } = profile;
  const path = owner === null ? null : `/in/${slugInPath(owner.slug)}`;
  return [
    about === null ? null : aboutCard(about, language.about, language.more, path),
    experience === null ? null : experienceCard(experience, language.experience, owner),
    hasEducation ? educationCard(language.education) : null,
  ];
}

function educationCard(heading: string): Tree {
  return card('education', heading, h('ul', {}, h('li', {}, entity([SCHOOL, 'MSc', '2010 - 2012']))));
}

function card(id: string, heading: string, ...content: readonly Child[]): Tree {
  return h(
    'section',
    { class: 'artdeco-card pv-profile-card break-words' },
    h('div', { id, class: 'pv-profile-card__anchor' }),
    h('div', { class: 'pvs-header__container' }, h('h2', { class: 'pvs-header__title' }, ...twice(heading))),
    ...content,
  );
}

/** LinkedIn writes such texts twice: for eyes, and for screen readers. */
function twice(text: string): readonly Tree[] {
  return [
    h('span', { 'aria-hidden': 'true' }, ...lines(text)),
    h('span', { class: 'visually-hidden' }, ...lines(text)),
  ];
}

function lines(text: string): readonly Child[] {
  return text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [h('br'), line]));
}

function aboutCard(about: string, heading: string, more: string, path: string | null): Tree {
  const skills = (base: string): Tree =>
    h('a', { href: `${base}/overlay/about-top-skills/` }, ...twice('Negotiation • Ethics'));
  return card(
    'about',
    heading,
    h(
      'div',
      { class: 'display-flex ph5 pv3' },
      h(
        'div',
        { class: 'inline-show-more-text--is-collapsed inline-show-more-text' },
        ...twice(about),
        h('button', { class: 'inline-show-more-text__button' }, more),
      ),
    ),
    path === null ? null : skills(path),
  );
}

function experienceCard(experience: readonly Entry[], heading: string, owner: CastMember | null): Tree {
  return card(
    'experience',
    heading,
    h('ul', {}, ...experience.map((entry) => h('li', { class: 'artdeco-list__item' }, entryOf(entry, owner)))),
    owner === null ? null : h('a', { href: `/in/${slugInPath(owner.slug)}/details/experience/` }, 'Show all'),
  );
}

function entryOf(entry: Entry, owner: CastMember | null): Tree {
  if ('group' in entry) {
    const nested = entry.roles.map((role) => h('li', {}, entity(roleLines(role, null), subComponents(role, owner))));
    return entity([entry.group, entry.total], h('ul', {}, ...nested), true);
  }
  return entity(roleLines(entry.role, entry.line), subComponents(entry.role, owner), true);
}

function roleLines({ position, employment, dates, place }: Role, line: string | null): readonly string[] {
  return [position, line, employment ?? null, dates, place ?? null].filter((text) => text !== null);
}

function entity(texts: readonly string[], below: Child = null, hasLogo = false): Tree {
  const [title, ...rest] = texts;
  return h(
    'div',
    { 'data-view-name': 'profile-component-entity', class: '_5f2e7b10' },
    hasLogo
      ? h(
          'a',
          { 'data-field': 'experience_company_logo', href: 'https://www.linkedin.com/company/10035/' },
          h('img', { alt: 'logo', class: 'EntityPhoto-square-3' }),
        )
      : null,
    h('div', { class: 'display-flex align-items-center t-bold' }, ...twice(title ?? '')),
    ...rest.map((text) => h('span', { class: 't-14 t-normal' }, ...twice(text))),
    below,
  );
}

function subComponents({ description, media, skills }: Role, owner: CastMember | null): Tree | null {
  if (description === undefined && media === undefined && skills === undefined) return null;
  const address =
    owner === null
      ? '#'
      : `/in/${slugInPath(owner.slug)}/overlay/1635/single-media-viewer/?type=DOCUMENT&profileId=${owner.memberId}`;
  return h(
    'div',
    { class: 'pvs-entity__sub-components' },
    h(
      'ul',
      {},
      description === undefined ? null : h('li', {}, h('div', {}, ...twice(description))),
      skills === undefined ? null : h('li', {}, h('div', {}, ...twice(`Skills: ${skills}`))),
      media === undefined
        ? null
        : h('li', {}, h('a', { href: address }, h('div', { class: 't-bold' }, ...twice(media)))),
    ),
  );
}
