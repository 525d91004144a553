import { slugInPath } from '../markup';
import type { ClassOf } from '../noise';
import { SCHOOL, type Entry, type Profile, type Role } from '../profile';
import { h, type Child, type Tree } from '../tree';

/** The owner's cards below the top card; each card's key has the owner's id. */
export function lowerCards(profile: Profile, keyName: string, key: string, classOf: ClassOf): readonly Child[] {
  const { about, experience, language, profileOwner } = profile;
  const card = (suffix: string, heading: string, ...content: readonly Child[]): Tree =>
    h(
      'div',
      { [keyName]: `${key}${suffix}` },
      h(
        'section',
        { [keyName]: `${key}${suffix}`, ...classOf('card') },
        h('h2', classOf('card-title'), heading),
        ...content,
      ),
    );
  return [
    about === null ? null : card('About', language.about, aboutText(about, language.more, classOf)),
    card(
      'Featured',
      'Featured',
      h('div', { componentkey: `ProfileUrn(profileId=${profileOwner.memberId})` }, h('p', {}, 'A talk')),
    ),
    experience === null
      ? null
      : card(
          'ExperienceTopLevelSection',
          language.experience,
          ...experience.map((entry, at) => entryOf(entry, at, profileOwner.slug, classOf)),
          h('a', { href: `/in/${slugInPath(profileOwner.slug)}/details/experience/` }, h('p', {}, 'Show all')),
        ),
    card('EducationTopLevelSection', language.education, school(classOf)),
  ];
}

/** A paragraph in a paragraph, which only a script can build. */
function aboutText(about: string, more: string, classOf: ClassOf): Tree {
  const lines = about.split('\n').flatMap((line, at) => (at === 0 ? [line] : [h('br'), line]));
  return h(
    'p',
    classOf('about-frame'),
    h(
      'p',
      { 'data-testid': 'expandable-text-box', ...classOf('about') },
      ...lines,
      h('button', { 'data-testid': 'expandable-text-button' }, h('span', {}, more)),
    ),
  );
}

function entryOf(entry: Entry, at: number, slug: string, classOf: ClassOf): Tree {
  const key = `entity-collection-item-${String(at).padStart(8, '0')}-4f6a`;
  const logo = h(
    'a',
    { href: `https://www.linkedin.com/company/${10035 + at}/`, ...classOf('logo') },
    h('figure', {}, h('svg', { id: 'company-accent-4' }), h('img', { alt: 'logo' })),
  );
  const content =
    'group' in entry
      ? [
          h('div', {}, line(entry.group, classOf('strong')), line(entry.total, classOf('line'))),
          h('ul', {}, ...entry.roles.map((role) => h('li', {}, ...roleLines(role, null, slug, classOf)))),
        ]
      : [h('div', {}, ...roleLines(entry.role, entry.line, slug, classOf))];
  return h('div', { componentkey: key, ...classOf('entity') }, logo, ...content);
}

function line(text: string, attributes: ReturnType<ClassOf>): Tree {
  return h('p', attributes, text);
}

function roleLines(role: Role, companyLine: string | null, slug: string, classOf: ClassOf): readonly Child[] {
  const { position, employment, dates, place, description, media, skills } = role;
  const optional = (text: string | null | undefined): Child =>
    text === null || text === undefined ? null : line(text, classOf('line'));
  return [
    line(position, classOf('strong')),
    optional(companyLine),
    optional(employment),
    line(dates, classOf('line')),
    optional(place),
    description === undefined
      ? null
      : h('div', {}, h('span', { 'data-testid': 'expandable-text-box' }, description), h('button', {}, '…')),
    skills === undefined ? null : h('div', {}, h('p', classOf('skills-line'), `Skills: ${skills}`)),
    media === undefined
      ? null
      : h('a', { href: `/in/${slugInPath(slug)}/overlay/1635/single-media-viewer/` }, h('p', {}, media)),
  ];
}

function school(classOf: ClassOf): Tree {
  return h(
    'div',
    { componentkey: 'entity-collection-item-school-1', ...classOf('entity') },
    h('figure', {}, h('svg', { id: 'school-accent-4' })),
    h('p', {}, SCHOOL),
    h('p', {}, 'MSc'),
    h('p', {}, '2010 - 2012'),
  );
}
