import { all, attribute, first, rawText } from '../page/dom';

const WALLS = /^(?:auth_wall|d_homepage-guest|d_checkpoint|uno-reg|d_uas)/u;

/** Whether LinkedIn shows a page for people who are not signed in: by a page key that no member's page has. */
export function isForGuests(document: Document): boolean {
  return first(document, 'meta[name="pageKey"]:not([content^="d_flagship"])') !== null;
}

/** LinkedIn's log-in, checkpoint and guest pages have page keys of their own, also at a profile's address. */
export function isWall(document: Document): boolean {
  const hasCard = first(document, '.top-card-layout') !== null;
  return all(document, 'meta[name="pageKey"]')
    .map((meta) => attribute(meta, 'content') ?? '')
    .some((key) => WALLS.test(key) || (key.startsWith('public_profile') && !hasCard));
}

/** LinkedIn's robot check: an almost empty page that leads to a log-in page. */
export function isRobotCheck(document: Document): boolean {
  return (
    first(document, 'main, nav, header') === null &&
    all(document, 'meta[http-equiv="refresh" i], script').some((element) =>
      /authwall|checkpoint/u.test(attribute(element, 'content') ?? rawText(element)),
    )
  );
}
