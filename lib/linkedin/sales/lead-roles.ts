import type { Role } from '../evidence/roles';
import { all, attribute, childNodes, contains, isAfter, nodeKind, parent, rawText } from '../page/dom';
import { clean, isBlank, isOngoing, visibleTextOf } from '../page/text';
import { shown } from '../page/visible';
import type { Layout } from './layouts';

interface LeadRoles {
  /** The section with the roles; null without one. */
  readonly section: Element | null;
  readonly roles: readonly Role[];
}

/** A lead's current roles, in the page's order. */
export function currentRoles(document: Document, card: Element, layout: Layout): LeadRoles {
  if (layout.roles === null) return datedRoles(document, card, layout);
  const section = shown(card, layout.roles)[0] ?? shown(document, layout.roles)[0] ?? null;
  if (section === null) return { section, roles: [] };
  const positions = shown(section, layout.position);
  const companies = shown(section, layout.company);
  const roles = positions.map((position, at) => {
    // A company counts only before the next role, a picture's title only if there is one role.
    const [next, isFirst] = [positions[at + 1], at === 0];
    const company = companies.find(
      (one) => (isFirst || isAfter(position, one)) && (next === undefined || isAfter(one, next)),
    );
    const [picture] = positions.length === 1 ? all(section, 'a[href*="/sales/company/"] img[title]') : [];
    return roleOf(position, visibleTextOf(company ?? null) || ((picture && attribute(picture, 'title')) ?? ''));
  });
  return { section, roles: roles.filter(({ position }) => position !== '') };
}

/**
 * The roles beside whose dates the end has no year, in the card or the first section below it that has any. Sections of
 * other people name them.
 */
function datedRoles(document: Document, card: Element, { position, company }: Layout): LeadRoles {
  const below = shown(document, 'main section').filter(
    (section) => isAfter(card, section) && all(section, '[data-anonymize="person-name"]').length === 0,
  );
  for (const section of [card, ...below]) {
    const titles = shown(section, position);
    const roles = titles.flatMap((title) => {
      const entry = entryOf(title, section, titles);
      const [name, ...others] = shown(entry, company);
      return others.length === 0 && textsIn(entry).some(isOngoing) ? roleOf(title, visibleTextOf(name ?? null)) : [];
    });
    if (roles.length > 0) return { section, roles };
  }
  return { section: null, roles: [] };
}

/** The largest element around a title that has no other title. */
function entryOf(title: Element, section: Element, titles: readonly Element[]): Element {
  let entry = title;
  for (let around = parent(title); around !== null && around !== section; around = parent(around)) {
    const outer = around;
    if (titles.some((other) => other !== title && contains(outer, other))) break;
    entry = outer;
  }
  return entry;
}

/** The texts of an entry, one by one: dates stand beside other words. */
function textsIn(node: Node): readonly string[] {
  return childNodes(node).flatMap((child) => (nodeKind(child) === 'text' ? clean(rawText(child)) : textsIn(child)));
}

function roleOf(position: Element, company: string): Role {
  const name = isBlank(company) ? null : company;
  return { position: visibleTextOf(position), companyLine: name, company: name };
}
