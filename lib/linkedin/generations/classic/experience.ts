import { all, closest, contains, parent } from '../../page/dom';
import { groupedRole, type Role, ungroupedRole } from '../../evidence/roles';
import { textOf } from '../../page/text';

/** Nobody has more roles; a page may. */
const MOST = 500;
const ENTITY = '[data-view-name="profile-component-entity"]';

/** The roles of the experience card that go on today, in the page's order; of a group under one company, its first. */
export function currentRoles(section: Element): readonly Role[] {
  const groups = new Map<Element, Element[]>();
  for (const entity of all(section, ENTITY).slice(0, MOST)) {
    const around = parent(entity);
    const outer = around && closest(around, ENTITY);
    if (outer === null) groups.set(entity, []);
    else groups.get(outer)?.push(entity);
  }
  return [...groups].flatMap(([entity, nested]) => {
    const own = ownLines(entity);
    return (nested.length === 0 ? ungroupedRole(own) : groupedRole(own, nested.map(ownLines))) ?? [];
  });
}

/** Lines of this entity alone: not of entities in it, nor of the sub-components with media and skills. */
function ownLines(entity: Element): readonly string[] {
  return all(entity, 'span[aria-hidden="true"]')
    .filter((line) => closest(line, ENTITY) === entity && !isInSubComponent(line, entity))
    .map((line) => textOf(line))
    .filter((line) => line !== '');
}

function isInSubComponent(line: Element, entity: Element): boolean {
  const sub = closest(line, '.pvs-entity__sub-components');
  return sub !== null && contains(entity, sub);
}
