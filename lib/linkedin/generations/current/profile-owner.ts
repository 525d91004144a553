import type { MemberId, Slug } from '@/lib/domain/identity';
import { slugInLink, unique, type Subject } from '../../evidence/owner-match';
import { all, attribute, closest } from '../../page/dom';
import { asMemberId, asSlug, memberNumber } from '../../address/ids';

const KEYS = ['componentkey', 'id', 'data-component-key'];
const CARD = 'profile.card.ref';
const CARD_ELEMENTS = KEYS.map((name) => `[${name}*="${CARD}"]`).join(', ');

/** Cards about strangers inside the page's main part, and what lies over the page. */
const ABOUT_OTHERS = 'aside, [componentkey*="profileAside"], [componentkey$="SuggestedForYou"], dialog';

/** One card of a profile: whose it is (`ref`, a member id or a slug) and which one. */
export interface Card {
  readonly element: Element;
  /** What stands behind `profile.card.ref`: the subject's id, then the card's own name. */
  readonly key: string;
}

export interface TopCard extends Card {
  /** The subject's id as all of their cards carry it. */
  readonly ref: string;
}

/** The cards of the page, without those about other people. */
export function cards(document: Document): readonly Card[] {
  return all(document, CARD_ELEMENTS)
    .filter((element) => closest(element, ABOUT_OTHERS) === null)
    .flatMap((element) =>
      KEYS.flatMap((name) => {
        const key = attribute(element, name)?.split(CARD)[1];
        return key === undefined ? [] : [{ element, key }];
      }),
    );
}

/** Every top card on the page (`Topcard`, later `TopCard`); while LinkedIn swaps people there may be two. */
export function topCards(page: readonly Card[]): readonly TopCard[] {
  return page.flatMap((card) => {
    const ref = /^(.+)topcard$/iu.exec(card.key)?.[1];
    return ref === undefined ? [] : [{ ...card, ref }];
  });
}

/** The card of this name that carries the same id as the top card: another person's never does. */
export function siblingCard(page: readonly Card[], top: TopCard, name: string): Element | null {
  return page.find(({ key }) => key === `${top.ref}${name}`)?.element ?? null;
}

/**
 * Whom a top card shows: by the links around the name and to the profile's own overlays, and by the member id in the
 * cards' keys, on which all cards and the top card's own buttons have to agree.
 */
export function subjectOf(
  document: Document,
  page: readonly Card[],
  top: TopCard,
): Subject & { readonly isLinked: boolean } {
  const linked = unique(
    all(top.element, 'a[href*="/in/"]')
      .filter(isOwnLink)
      .map((link) => slugInLink(attribute(link, 'href'))),
  );
  const isLinked = linked.length > 0;
  return { slugs: isLinked ? linked : slugsInKeys(document), memberId: provenMemberId(page, top), isLinked };
}

function isOwnLink(link: Element): boolean {
  return /\/overlay\//u.test(attribute(link, 'href') ?? '') || all(link, 'h1, h2').length > 0;
}

function provenMemberId(page: readonly Card[], top: TopCard): MemberId | null {
  const own = asMemberId(top.ref);
  const ids = unique(page.map(({ key }) => asMemberId(/^(ACoAA[\w-]{34})(?=[A-Z])/u.exec(key)?.[1] ?? '')));
  const numbers = all(top.element, '[componentkey*="urn:li:member:"]').map((button) =>
    Number(/urn:li:member:(\d+)/u.exec(attribute(button, 'componentkey') ?? '')?.[1]),
  );
  const isContradicted = ids.length > 1 || numbers.some((number) => number !== memberNumber(top.ref));
  return isContradicted ? null : own;
}

const SLUG_KEYED =
  /^(?:profileCardsAboveActivity|ProfilePostConnectDrawer_|profileAside(?:Browsemap|Pymk|Product))(.+)$/u;

/** Where the name carries no link, the cards that are keyed by the subject's slug. */
function slugsInKeys(document: Document): readonly Slug[] {
  return unique(
    all(document, '[componentkey^="profile" i]').map((element) => {
      const slug = SLUG_KEYED.exec(attribute(element, 'componentkey') ?? '')?.[1];
      return slug === undefined ? null : asSlug(slug);
    }),
  );
}
