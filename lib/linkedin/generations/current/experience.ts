import { all, closest, contains } from '../../page/dom';
import { groupedRole, type Role, ungroupedRole } from '../../evidence/roles';
import { textOf } from '../../page/text';

/** The roles of the experience card that go on today, in the page's order; of a group under one company, its first. */
export function currentRoles(section: Element | null): readonly Role[] {
  if (section === null) return [];
  return all(section, '[componentkey^="entity-collection-item"]').flatMap((item) => {
    const nested = all(item, 'ul > li');
    const role = nested.length === 0 ? ungroupedRole(lines(item)) : groupedRole(groupLines(item), nested.map(lines));
    return role ?? [];
  });
}

/** The lines of a group itself, without those of the roles in it. */
function groupLines(item: Element): readonly string[] {
  return texts(
    all(item, 'p').filter((line) => {
      const inner = closest(line, 'li');
      return inner === null || !contains(item, inner);
    }),
  );
}

function lines(root: Element): readonly string[] {
  return texts(all(root, 'p'));
}

function texts(elements: readonly Element[]): readonly string[] {
  return elements.map((element) => textOf(element)).filter((text) => text !== '');
}
