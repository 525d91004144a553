import { all, closest, first, isHidden, visibleText } from './dom';

/** Elements that are in another place than the page's own: beside, above or over it. */
export const ELSEWHERE =
  '.a11y-text, aside, nav, dialog, [role="dialog"], [role="complementary"], [class*="msg-overlay"]';

/** The places below `root` that are shown and say something, in document order. */
export function shown(root: Document | Element, selector: string): readonly Element[] {
  return all(root, selector).filter(speaks);
}

/** The first of them. */
export function firstShown(root: Document | Element, selector: string): Element | null {
  const found = first(root, selector);
  return found === null || speaks(found) ? found : (all(root, selector).find(speaks) ?? null);
}

/** Not hidden, not beside, above or over the page, and with words. */
function speaks(element: Element): boolean {
  return hasWords(element) && !isHidden(element) && closest(element, ELSEWHERE) === null;
}

export function hasWords(element: Element): boolean {
  return visibleText(element).trim() !== '';
}
