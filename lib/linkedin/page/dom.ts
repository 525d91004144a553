/**
 * Reading a page that may be hostile. LinkedIn's own elements can shadow the methods of `document` and of forms by their
 * names ("DOM clobbering"), so everything is called through the prototypes. Nothing here writes or measures layout.
 */
type Root = Document | Element;

/** Members by prototype and name: a page of 200 people asks for tens of thousands, and each walks a chain of five. */
const members = new WeakMap<object, Map<string, PropertyDescriptor | undefined>>();

function inherited(node: object, name: string): PropertyDescriptor | undefined {
  const proto: unknown = Object.getPrototypeOf(node);
  if (!isObject(proto)) return undefined;
  const known = members.get(proto) ?? new Map<string, PropertyDescriptor | undefined>();
  const member = known.get(name);
  if (member !== undefined || known.has(name)) return member;
  const found = Object.getOwnPropertyDescriptor(proto, name) ?? inherited(proto, name);
  members.set(proto, known.set(name, found));
  return found;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function invoke(node: object, name: string, ...args: readonly unknown[]): unknown {
  const method: unknown = inherited(node, name)?.value;
  return typeof method === 'function' ? Reflect.apply(method, node, args) : undefined;
}

function get(node: object, name: string): unknown {
  const getter = inherited(node, name)?.get;
  return getter === undefined ? undefined : Reflect.apply(getter, node, []);
}

// The browser's own methods give what their specification says; these are where that is taken at its word.
/* eslint-disable @typescript-eslint/consistent-type-assertions */

/** Every match below `root`, in document order. */
export function all(root: Root, selector: string): readonly Element[] {
  const found = invoke(root, 'querySelectorAll', selector);
  return isObject(found) ? listed(found as ArrayLike<Element>) : [];
}

export function first(root: Root, selector: string): Element | null {
  return (invoke(root, 'querySelector', selector) as Element | null | undefined) ?? null;
}

/** The nearest ancestor (or the element itself) that matches. */
export function closest(element: Element, selector: string): Element | null {
  return (invoke(element, 'closest', selector) as Element | null | undefined) ?? null;
}

export function nextElement(element: Element): Element | null {
  return (get(element, 'nextElementSibling') as Element | null | undefined) ?? null;
}

export function previousElement(element: Element): Element | null {
  return (get(element, 'previousElementSibling') as Element | null | undefined) ?? null;
}

export function parent(element: Element): Element | null {
  return (get(element, 'parentElement') as Element | null | undefined) ?? null;
}

/** Elements, texts and the rest, in order. */
export function childNodes(node: Node): readonly Node[] {
  const nodes = get(node, 'childNodes');
  return isObject(nodes) ? listed(nodes as ArrayLike<Node>) : [];
}

/** What a node is: an element with its tag, a text, or neither. */
export function nodeKind(node: Node): { readonly element: Element; readonly tag: string } | 'text' | 'other' {
  const type = get(node, 'nodeType');
  if (type === ELEMENT_NODE) return { element: node as Element, tag: String(get(node, 'localName')) };
  return type === TEXT_NODE ? 'text' : 'other';
}

/* eslint-enable @typescript-eslint/consistent-type-assertions */

/** By index: a node list's own iterator takes several times as long. */
function listed<T>(nodes: ArrayLike<T>): T[] {
  const list: T[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node !== undefined) list.push(node);
  }
  return list;
}

export function attribute(element: Element, name: string): string | null {
  const value = invoke(element, 'getAttribute', name);
  return typeof value === 'string' ? value : null;
}

/** Names of the attributes as the page wrote them, in its order. */
export function attributeNames(element: Element): readonly string[] {
  const names = invoke(element, 'getAttributeNames');
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

export function contains(outer: Element, inner: Element): boolean {
  return invoke(outer, 'contains', inner) === true;
}

/** Whether `later` stands behind `earlier` in the document and not inside of it. */
export function isAfter(earlier: Element, later: Element): boolean {
  const relation = invoke(earlier, 'compareDocumentPosition', later);
  const FOLLOWING = 4;
  const CONTAINED_BY = 16;
  return typeof relation === 'number' && (relation & FOLLOWING) !== 0 && (relation & CONTAINED_BY) === 0;
}

/** All text, as the browser gives it. */
export function rawText(node: Node): string {
  const text = get(node, 'textContent');
  return typeof text === 'string' ? text : '';
}

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** Text with `<br>` as line breaks, without scripts, buttons and what only screen readers get. */
export function visibleText(node: Node): string {
  if (get(node, 'firstElementChild') === null) return rawText(node);
  return childNodes(node)
    .map((child) => {
      const type = get(child, 'nodeType');
      if (type === TEXT_NODE) return rawText(child);
      if (type !== ELEMENT_NODE) return '';
      const name = String(get(child, 'localName'));
      if (name === 'br') return '\n';
      return isUnseen(child, name) ? '' : visibleText(child);
    })
    .join('');
}

const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'button', 'noscript', 'svg']);

/** What a page keeps from the eye: by attribute, by LinkedIn's classes, or by a style of its own (`display:none`, `visibility:hidden`). */
export const HIDDEN =
  '[hidden], .visually-hidden, [style*="y:none"], [style*="y: none"], [style*="ity:hidden"], [style*="ity: hidden"]';

/** Whether an element, or what it stands in, is kept from the eye. */
export function isHidden(element: Element): boolean {
  return closest(element, HIDDEN) !== null;
}

/** The first match that is not. */
export function firstSeen(root: Root, selector: string): Element | null {
  return all(root, selector).find((element) => !isHidden(element)) ?? null;
}

function isUnseen(node: Node, name: string): boolean {
  return UNSEEN.has(name) || invoke(node, 'matches', `${HIDDEN}, [data-testid="expandable-text-button"]`) === true;
}
