import { all, childNodes, closest, first, firstElement, matches, nodeKind, rawText, type Root } from './dom';

/** Hidden by attribute, by LinkedIn's class, or by an inline style (`display:none`, `visibility:hidden`). */
export const HIDDEN =
  '[hidden], .visually-hidden, [style*="y:none"], [style*="y: none"], [style*="ity:hidden"], [style*="ity: hidden"]';

/** Elements beside, above or over the page's own content. */
export const ELSEWHERE =
  '.a11y-text, aside, nav, dialog, [role="dialog"], [role="complementary"], [class*="msg-overlay"]';

const NO_TEXT = `script, style, template, button, noscript, svg, ${HIDDEN}, [data-testid="expandable-text-button"]`;

/** Text with `<br>` as line breaks, without scripts, buttons and text for screen readers. */
export function visibleText(element: Element): string {
  if (firstElement(element) === null) return rawText(element);
  return childNodes(element)
    .map((child) => {
      const kind = nodeKind(child);
      if (kind === 'text') return rawText(child);
      if (kind === 'other') return '';
      if (kind.tag === 'br') return '\n';
      return matches(kind.element, NO_TEXT) ? '' : visibleText(kind.element);
    })
    .join('');
}

/** Whether an element or one of its ancestors is hidden. */
export function isHidden(element: Element): boolean {
  return closest(element, HIDDEN) !== null;
}

/** The first match that is not hidden. It may be empty, and anywhere on the page. */
export function firstUnhidden(root: Root, selector: string): Element | null {
  return all(root, selector).find((element) => !isHidden(element)) ?? null;
}

/** All matches in the page's own content that are visible and have text, in document order. */
export function shown(root: Root, selector: string): readonly Element[] {
  return all(root, selector).filter(isShown);
}

/** The first of `shown`. */
export function firstShown(root: Root, selector: string): Element | null {
  const found = first(root, selector);
  return found === null || isShown(found) ? found : (all(root, selector).find(isShown) ?? null);
}

function isShown(element: Element): boolean {
  return hasText(element) && !isHidden(element) && closest(element, ELSEWHERE) === null;
}

export function hasText(element: Element): boolean {
  return visibleText(element).trim() !== '';
}
