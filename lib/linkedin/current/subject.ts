import type { Slug } from '@/lib/domain/identity';
import { slugInLink, unique, type Subject } from '../belonging';
import { all, attribute, closest } from '../dom';
import { asMemberId, asSlug } from '../ids';

const KEYS = ['componentkey', 'id', 'data-component-key'];
const CARD = 'profile.card.ref';
const CARD_ELEMENTS = KEYS.map((name) => `[${name}*="${CARD}"]`).join(', ');

/** Cards about strangers inside the page's main part. */
const ABOUT_OTHERS = 'aside, [componentkey*="profileAside"], [componentkey$="SuggestedForYou"], dialog';

function keysOf(element: Element): readonly string[] {
  return KEYS.flatMap((name) => attribute(element, name) ?? []);
}

/** The elements that are cards of the profile, without those about other people. */
export function cards(document: Document): readonly Element[] {
  return all(document, CARD_ELEMENTS).filter((element) => closest(element, ABOUT_OTHERS) === null);
}

/** The card whose key ends in this word, whatever its case (`Topcard`, later `TopCard`). */
export function card(document: Document, suffix: string): Element | null {
  const ending = new RegExp(`profile\\.card\\.ref.*${suffix}$`, 'iu');
  return cards(document).find((element) => keysOf(element).some((key) => ending.test(key))) ?? null;
}

/** Whom the current page's top card shows: by the member id in the cards' keys and the link around the name. */
export function subjectOf(document: Document, top: Element): Subject {
  const ids = unique(
    cards(document).flatMap((element) =>
      keysOf(element).map((key) => asMemberId(/profile\.card\.ref(ACoAA[\w-]{34})(?=[A-Z])/u.exec(key)?.[1] ?? '')),
    ),
  );
  const [only, ...others] = ids;
  const linked = unique(
    all(top, 'a[href*="/in/"]')
      .filter(holdsHeading)
      .map((link) => slugInLink(attribute(link, 'href'))),
  );
  return {
    slugs: linked.length > 0 ? linked : slugsInKeys(document),
    memberId: only !== undefined && others.length === 0 ? only : null,
  };
}

function holdsHeading(link: Element): boolean {
  return all(link, 'h1, h2').length > 0;
}

const SLUG_KEYED = '[componentkey^="profileCardsAboveActivity"], [componentkey^="ProfilePostConnectDrawer_"]';

/** Where the name carries no link, the cards that are keyed by the subject's slug. */
function slugsInKeys(document: Document): readonly Slug[] {
  return unique(
    all(document, SLUG_KEYED).map((element) => {
      const key = attribute(element, 'componentkey') ?? '';
      return asSlug(key.replace(/^(?:profileCardsAboveActivity|ProfilePostConnectDrawer_)/u, ''));
    }),
  );
}
