import type { Mutation, Plan } from './plan';

/** The name to replace and its replacement, for an impersonation. */
export interface Names {
  readonly profileOwner: string;
  readonly other: string;
}

/** Changes a page in place as the plan says. Runs in the browser. */
export function mutate(page: Document, other: Document, names: Names, plan: Plan): void {
  for (const mutation of plan.mutations) {
    const target = pick(page, mutation.at);
    if (target !== undefined) change(page, other, names, target, mutation);
  }
}

function pick(page: Document, at: number): Element | undefined {
  const elements = page.querySelectorAll('head title, head meta, body *');
  return elements[at % Math.max(elements.length, 1)];
}

function change(
  page: Document,
  other: Document,
  names: Names,
  target: Element,
  { kind, with: second }: Mutation,
): void {
  switch (kind) {
    case 'drop':
      target.remove();
      return;
    case 'duplicate':
      target.after(target.cloneNode(true));
      return;
    case 'shuffle':
      for (const child of [...target.children].sort((a, b) => rank(a, second) - rank(b, second))) target.append(child);
      return;
    case 'unattribute': {
      const names = target.getAttributeNames();
      const name = names[second % Math.max(names.length, 1)];
      if (name !== undefined) target.removeAttribute(name);
      return;
    }
    case 'rename': {
      const renamed = page.createElement(['div', 'span', 'p', 'section', 'h2', 'a'][second % 6] ?? 'div');
      for (const { name, value } of target.attributes) renamed.setAttribute(name, value);
      renamed.append(...target.childNodes);
      target.replaceWith(renamed);
      return;
    }
    case 'graft': {
      const lent = pick(other, second);
      if (lent !== undefined) target.after(page.importNode(lent, true));
      return;
    }
    case 'impersonate':
      if (target.closest('head') === null) impersonate(target, names);
      return;
    case 'move':
    case 'swap-text':
    case 'swap-attributes': {
      const place = pick(page, second);
      if (place !== undefined) changeBoth(kind, target, place);
    }
  }
}

function changeBoth(kind: 'move' | 'swap-text' | 'swap-attributes', a: Element, b: Element): void {
  if (kind === 'move') {
    if (!a.contains(b)) b.append(a);
    return;
  }
  if (kind === 'swap-text') {
    const [left, right] = [a.textContent, b.textContent];
    if (a.contains(b) || b.contains(a)) return;
    a.textContent = right;
    b.textContent = left;
    return;
  }
  const [left, right] = [[...a.attributes], [...b.attributes]].map((list) =>
    list.map(({ name, value }) => ({ name, value })),
  );
  for (const { name } of left ?? []) a.removeAttribute(name);
  for (const { name } of right ?? []) b.removeAttribute(name);
  for (const { name, value } of right ?? []) a.setAttribute(name, value);
  for (const { name, value } of left ?? []) b.setAttribute(name, value);
}

function impersonate(root: Element, { profileOwner, other }: Names): void {
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    text.nodeValue = text.nodeValue?.replaceAll(profileOwner, other) ?? null;
  }
  for (const element of [root, ...root.querySelectorAll('[alt], [title], [aria-label]')]) {
    for (const name of ['alt', 'title', 'aria-label']) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, value.replaceAll(profileOwner, other));
    }
  }
}

/** An order of siblings that depends on the seed alone. */
function rank(element: Element, seed: number): number {
  const index = [...(element.parentElement?.children ?? [])].indexOf(element);
  return ((index + 1) * 2_654_435_761 + seed * 40_503) % 1_000_003;
}
