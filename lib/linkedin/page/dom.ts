/**
 * Access to a page that may be hostile. An element's name or id can shadow a method of `document` or of a form ("DOM
 * clobbering"), so every member is called through its prototype. Nothing here writes or measures layout.
 */
export type Root = Document | Element;

/** Cached members by prototype and name: a page of 200 people needs tens of thousands of lookups through a chain of five. */
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

export function isObject(value: unknown): value is object {
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

// The browser's own methods return what their specification says, so these results are typed without a check.
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

/** The first child that is an element. */
export function firstElement(element: Element): Element | null {
  return (get(element, 'firstElementChild') as Element | null | undefined) ?? null;
}

/** Elements, texts and other nodes, in order. */
export function childNodes(node: Node): readonly Node[] {
  const nodes = get(node, 'childNodes');
  return isObject(nodes) ? listed(nodes as ArrayLike<Node>) : [];
}

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** What a node is: an element with its tag, a text, or neither. */
export function nodeKind(node: Node): { readonly element: Element; readonly tag: string } | 'text' | 'other' {
  const type = get(node, 'nodeType');
  if (type === ELEMENT_NODE) return { element: node as Element, tag: String(get(node, 'localName')) };
  return type === TEXT_NODE ? 'text' : 'other';
}

/* eslint-enable @typescript-eslint/consistent-type-assertions */

/** Copies by index: a node list's own iterator takes several times as long. */
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

/** Names of the attributes in the page's order. */
export function attributeNames(element: Element): readonly string[] {
  const names = invoke(element, 'getAttributeNames');
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

export function matches(element: Element, selector: string): boolean {
  return invoke(element, 'matches', selector) === true;
}

export function contains(outer: Element, inner: Element): boolean {
  return invoke(outer, 'contains', inner) === true;
}

/** Whether `later` follows `earlier` in the document and is not inside it. */
export function isAfter(earlier: Element, later: Element): boolean {
  const relation = invoke(earlier, 'compareDocumentPosition', later);
  const FOLLOWING = 4;
  const CONTAINED_BY = 16;
  return typeof relation === 'number' && (relation & FOLLOWING) !== 0 && (relation & CONTAINED_BY) === 0;
}

/** All text below a node, hidden text included. */
export function rawText(node: Node): string {
  const text = get(node, 'textContent');
  return typeof text === 'string' ? text : '';
}
