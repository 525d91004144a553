import { all, closest, contains } from '../dom';
import { groupedRole, type Role, ungroupedRole } from '../roles';
import { textOf } from '../text';

const ENTITY = '[data-view-name="profile-component-entity"]';

/** The roles of the experience card that go on today, in the page's order; of a group under one company, its first. */
export function currentRoles(section: Element): readonly Role[] {
  const entities = all(section, ENTITY);
  return entities.flatMap((entity) => {
    if (entities.some((outer) => outer !== entity && contains(outer, entity))) return [];
    const nested = entities.filter((inner) => inner !== entity && contains(entity, inner));
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
