import { portrait, slugInPath } from '../../pages/markup';
import { activity, advertisement, chat, footer, type ClassOf } from '../../pages/noise';
import { h, type Child, type Tree } from '../../pages/tree';
import type { Person } from '../cast/person';
import { recruiterIdOf } from '../ids';
import type { Language } from '../languages/language';
import { otherPeople, viewer } from '../people';

export interface RecruiterPage {
  readonly profileOwner: Person;
  readonly language: Language;
  readonly title: string;
  /** Whether the row with the name has the person's id. */
  readonly namesId: boolean;
  /** Public profiles linked where the personal information is; usually the owner's. */
  readonly linked: readonly Person[];
  readonly headline: string | null;
}

export function candidate(
  profileOwner: Person,
  language: Language,
  changes: Partial<RecruiterPage> = {},
): RecruiterPage {
  return {
    profileOwner,
    language,
    title: `${profileOwner.name} | LinkedIn Recruiter`,
    namesId: true,
    linked: [profileOwner],
    headline: profileOwner.headline,
    ...changes,
  };
}

export const recruiterAddress = ({ memberNumber }: Person): string =>
  `https://www.linkedin.com/talent/profile/${recruiterIdOf(memberNumber)}?trk=SEARCH`;

const classOf: ClassOf = (name) => ({ class: `_${name}_zz81` });

/** A profile in Recruiter (docs/linkedin-pages.md#recruiter): read through the attributes that LinkedIn's own tests use. */
export function recruiterPage(page: RecruiterPage): Tree {
  const { profileOwner, language } = page;
  return h(
    'html',
    { lang: language.code, dir: language.dir },
    h('head', {}, h('meta', { charset: 'utf-8' }), h('title', {}, page.title)),
    h(
      'body',
      {},
      h('header', { class: 'global-nav' }, h('nav', {}, h('img', { alt: viewer.name, src: portrait(viewer.slug) }))),
      h(
        'div',
        { id: 'profile-container' },
        h(
          'div',
          { 'data-test-profile-main-content-container': true },
          h('h1', { class: 'visually-hidden' }, `${language.about}: ${viewer.name}`),
          lockup(profileOwner, page.headline, page.namesId),
          personalInfo(page),
          h(
            'section',
            classOf('experience'),
            h('h2', {}, language.experience),
            h('p', {}, 'Associate'),
            h('p', {}, language.ended),
          ),
          h(
            'section',
            classOf('notes'),
            h('a', { href: `/in/${slugInPath(viewer.slug)}` }, viewer.name),
            h('p', {}, 'Called on Monday'),
          ),
          h('section', classOf('similar'), h('h2', {}, language.moreProfiles), ...otherPeople.map(similar)),
        ),
      ),
      h('aside', {}, advertisement(classOf), h('div', {}, ...activity(classOf, language.activity, otherPeople))),
      chat(classOf, viewer, otherPeople),
      footer(classOf),
    ),
  );
}

function lockup({ name, location, memberNumber, slug }: Person, headline: string | null, namesId: boolean): Tree {
  const words = h('span', { 'data-test-row-lockup-full-name': true }, ` ${name} `);
  return h(
    'div',
    { class: 'artdeco-entity-lockup' },
    h('img', { alt: '', src: portrait(slug) }),
    namesId ? h('a', { href: `/talent/profile/${recruiterIdOf(memberNumber)}` }, words) : words,
    headline === null ? null : h('div', { 'data-test-row-lockup-headline': true }, headline),
    h('div', { 'data-test-row-lockup-location': true }, location),
  );
}

function personalInfo({ linked, language }: RecruiterPage): Tree {
  const link = ({ slug }: Person): Child =>
    h(
      'span',
      { class: 'personal-info__content' },
      h('a', { href: `https://www.linkedin.com/in/${slugInPath(slug)}` }, 'Public profile'),
    );
  return h(
    'div',
    { 'data-test-personal-info-subsection': true },
    h('h3', {}, language.contactInfo),
    ...linked.map(link),
  );
}

function similar(person: Person): Tree {
  return h(
    'article',
    {},
    lockup(person, person.headline, true),
    h('a', { href: `/in/${slugInPath(person.slug)}` }, 'Public profile'),
  );
}
