import type { MemberId } from '@/lib/domain/identity';
import { slugInLink, unique, type Subject } from '../belonging';
import { all, attribute, first } from '../dom';
import { asMemberId, memberNumber } from '../ids';

/** The top card: the one section in `main` that carries its subject's member number and a heading. */
export function topCard(document: Document): Element | null {
  return all(document, 'main section[data-member-id]').find((section) => first(section, 'h1') !== null) ?? null;
}

const OWN_LINKS = ['contact-info', 'about-this-profile', 'photo', 'background-photo']
  .map((overlay) => `a[href*="/overlay/${overlay}"]`)
  .concat('a[href*="/in/"][href*="/edit/"]')
  .join(', ');

/** Whom a classic top card shows: by its overlay and edit links, and by ids whose number equals `data-member-id`. */
export function subjectOf(top: Element): Subject {
  return {
    slugs: unique(all(top, OWN_LINKS).map((link) => slugInLink(attribute(link, 'href')))),
    memberId: provenMemberId(top),
  };
}

const ID_IN_LINK = /(?:profileUrn|profileId|[cC]onnectionOf|fsd_profile(?:Position)?)[^&]*?(ACoAA[\w-]{34})/gu;

function provenMemberId(top: Element): MemberId | null {
  const number = Number(attribute(top, 'data-member-id') ?? Number.NaN);
  const ids = all(top, 'a[href]').flatMap((link) => {
    const href = decode(attribute(link, 'href') ?? '');
    return [...href.matchAll(ID_IN_LINK)].map((match) => asMemberId(match[1] ?? ''));
  });
  const [only, ...others] = unique(ids.map((id) => (id !== null && memberNumber(id) === number ? id : null)));
  return only !== undefined && others.length === 0 ? only : null;
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
