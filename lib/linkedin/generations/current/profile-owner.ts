import type { MemberId, Slug } from '@/lib/domain/identity';
import { asMemberId, asSlug, memberNumber, numberInUrn } from '../../address/ids';
import { linkedName, titleName } from '../../evidence/name-heading';
import { unique, type ProfileOwner } from '../../evidence/owner-match';
import { all, attribute, closest } from '../../page/dom';
import { hrefOf, slugInLink } from '../../page/profile-link';

const KEYS = ['componentkey', 'id', 'data-component-key'];
const CARD = 'profile.card.ref';
const CARD_ELEMENTS = KEYS.map((name) => `[${name}*="${CARD}"]`).join(', ');

/** Cards about other people inside the page's main part, and dialogs over the page. */
const ABOUT_OTHERS = 'aside, [componentkey*="profileAside"], [componentkey$="SuggestedForYou"], dialog';

/** One card of a profile. */
export interface Card {
  readonly element: Element;
  /** The part of the key after `profile.card.ref`: the owner's member id or slug, then the card's name. */
  readonly key: string;
}

export interface TopCard extends Card {
  /** The owner's member id or slug, the same in the keys of all their cards. */
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

/** Every top card on the page (`Topcard`, later `TopCard`). There may be two while LinkedIn changes to another person. */
export function topCards(page: readonly Card[]): readonly TopCard[] {
  return page.flatMap((card) => {
    const ref = /^(.+)topcard$/iu.exec(card.key)?.[1];
    return ref === undefined ? [] : [{ ...card, ref }];
  });
}

/** The card with this name and the top card's id. */
export function siblingCard(page: readonly Card[], top: TopCard, name: string): Element | null {
  return page.find(({ key }) => key === `${top.ref}${name}`)?.element ?? null;
}

/**
 * The person that a top card shows: the slug by the links around the name and to the profile's overlays, the member id by
 * the keys, if all cards and the top card's own buttons agree on it.
 */
export function ownerOf(
  document: Document,
  page: readonly Card[],
  top: TopCard,
): ProfileOwner & { readonly isLinked: boolean } {
  const title = titleName(document);
  const linked = unique(
    all(top.element, 'a[href*="/in/"]:not(:is(dialog, [role="dialog"]) *)')
      .filter((link) => isOwnLink(link, title))
      .map((link) => slugInLink(hrefOf(link))),
  );
  const isLinked = linked.length > 0;
  return { slugs: isLinked ? linked : slugsInKeys(document), memberId: provenMemberId(page, top), isLinked };
}

function isOwnLink(link: Element, title: string | null): boolean {
  return /\/overlay\//u.test(hrefOf(link)) || all(link, 'h1, h2').length > 0 || linkedName([link], title) !== null;
}

function provenMemberId(page: readonly Card[], top: TopCard): MemberId | null {
  const own = asMemberId(top.ref);
  const ids = unique(page.map(({ key }) => asMemberId(/^(ACoAA[\w-]{34})(?=[A-Z])/u.exec(key)?.[1] ?? '')));
  const numbers = all(top.element, '[componentkey*="urn:li:member:"]').map((button) =>
    numberInUrn(attribute(button, 'componentkey') ?? ''),
  );
  const isContradicted = ids.length > 1 || numbers.some((number) => number !== memberNumber(top.ref));
  return isContradicted ? null : own;
}

const SLUG_KEYED =
  /^(?:profileCardsAboveActivity|ProfilePostConnectDrawer_|profileAside(?:Browsemap|Pymk|Product))(.+)$/u;

/** The slugs in keys, for a name without a link. */
function slugsInKeys(document: Document): readonly Slug[] {
  return unique(
    all(document, '[componentkey^="profile" i]').map((element) => {
      const slug = SLUG_KEYED.exec(attribute(element, 'componentkey') ?? '')?.[1];
      return slug === undefined ? null : asSlug(slug);
    }),
  );
}
