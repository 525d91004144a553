import { groupedRoles, type Role, ungroupedRole } from '../../evidence/roles';
import { all, closest, contains, first } from '../../page/dom';
import { textsOf } from '../../page/text';

/** The current roles of a list, in the page's order, without entries that show a school's placeholder picture. */
export function currentRoles(section: Element): readonly Role[] {
  return all(section, '[componentkey^="entity-collection-item"]').flatMap((item) => {
    if (first(item, 'svg[id^="school-accent"]') !== null) return [];
    const nested = all(item, 'ul > li').map((role) => textsOf(all(role, 'p')));
    return nested.length === 0
      ? (ungroupedRole(textsOf(all(item, 'p'))) ?? [])
      : groupedRoles(groupLines(item), nested);
  });
}

/** The lines of a group itself, without those of its roles. */
function groupLines(item: Element): readonly string[] {
  return textsOf(
    all(item, 'p').filter((line) => {
      const inner = closest(line, 'li');
      return inner === null || !contains(item, inner);
    }),
  );
}
