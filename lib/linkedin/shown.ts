import { all, closest } from './dom';
import { visibleTextOf } from './text';

/** Elements that are on the page and not in front of the user, and those in another place than the page's own. */
const ELSEWHERE =
  '[hidden], .visually-hidden, .a11y-text, aside, nav, dialog, [role="dialog"], [role="complementary"], [class*="msg-overlay"]';

/** Whether an element is part of what the page itself shows: not hidden, not beside, above or over it. */
export function isShown(element: Element): boolean {
  return closest(element, ELSEWHERE) === null;
}

/** The places below `root` that are shown and say something, in document order. */
export function shown(root: Document | Element, selector: string): readonly Element[] {
  return all(root, selector).filter(speaks);
}

/** The first of them. */
export function firstShown(root: Document | Element, selector: string): Element | null {
  return all(root, selector).find(speaks) ?? null;
}

function speaks(element: Element): boolean {
  return visibleTextOf(element) !== '' && isShown(element);
}
