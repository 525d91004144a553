import { esc } from './markup';

/** A page as a tree. Live pages of the current generation nest elements in ways that an HTML parser does not allow. */
export interface Tree {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly (Tree | string)[];
}

/** `true` is an attribute without a value, `undefined` none. */
export type Attributes = Readonly<Record<string, string | true | undefined>>;

export type Child = Tree | string | null | readonly Child[];

export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): Tree {
  return { tag, attributes, children: children.flatMap(flat) };
}

function flat(child: Child): readonly (Tree | string)[] {
  if (child === null) return [];
  if (typeof child === 'string') return [child];
  return isMany(child) ? child.flatMap(flat) : [child];
}

function isMany(child: Tree | readonly Child[]): child is readonly Child[] {
  return Array.isArray(child);
}

const VOID: ReadonlySet<string> = new Set(['meta', 'link', 'img', 'br', 'hr', 'input']);
const RAW: ReadonlySet<string> = new Set(['script', 'style']);

/** The page as HTML text, as a server sends it. A parser may nest its elements differently. */
export function toHtml(tree: Tree): string {
  return `<!doctype html>\n${written(tree)}`;
}

function written({ tag, attributes, children }: Tree): string {
  const names = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${esc(String(value))}"`));
  const start = `<${tag}${names.join('')}>`;
  if (VOID.has(tag)) return start;
  const inner = children.map((child) => {
    if (typeof child !== 'string') return written(child);
    return RAW.has(tag) ? child : esc(child);
  });
  return `${start}${inner.join('')}</${tag}>`;
}

/**
 * The page as LinkedIn's own script builds it: every element exactly where it is put, `<a>` in `<a>` included. Uses nothing
 * outside of itself, so that its source can run in a browser.
 */
export function buildInto(document: Document, tree: Tree): void {
  const setAll = (element: Element, attributes: Attributes): void => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) element.setAttribute(name, value === true ? '' : value);
    }
  };
  const built = (child: Tree | string): Node => {
    if (typeof child === 'string') return document.createTextNode(child);
    const isDrawn = child.tag === 'svg';
    const element = isDrawn
      ? document.createElementNS('http://www.w3.org/2000/svg', child.tag)
      : document.createElement(child.tag);
    setAll(element, child.attributes);
    element.append(...child.children.map(built));
    return element;
  };
  setAll(document.documentElement, tree.attributes);
  document.documentElement.replaceChildren(...tree.children.map(built));
}
