import { groupedRoles, type Role, ungroupedRole } from '../../evidence/roles';
import { all, attribute, closest, contains, first, parent } from '../../page/dom';
import { textOf, textsOf } from '../../page/text';

/** More roles than any real profile has. */
const MOST = 500;
const ENTITY = '[data-view-name="profile-component-entity"]';

/** The current roles of the experience card, in the page's order. */
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
    return nested.length === 0 ? (ungroupedRole(own) ?? []) : groupedRoles(own, nested.map(ownLines));
  });
}

/** Lines of this entity alone: not of nested entities, and not of sub-components with media and skills. */
function ownLines(entity: Element): readonly string[] {
  const spoken = all(entity, 'span[aria-hidden="true"]');
  return textsOf(spoken.filter((line) => closest(line, ENTITY) === entity && !isInSubComponent(line, entity)));
}

function isInSubComponent(line: Element, entity: Element): boolean {
  const sub = closest(line, '.pvs-entity__sub-components');
  return sub !== null && contains(entity, sub);
}

/** Labels of the company button in the languages in which they are known (docs/linkedin-pages.md#traps). */
const COMPANY_LABEL = /^(?:Current company|Aktuelles Unternehmen|Entreprise actuelle|Empresa actual) ?:/u;

/**
 * The company in the top card's right panel. Labels are translated, so structure decides which button is the company: the
 * company of a current role, no school of the education section, a placeholder picture, or the first of two buttons. Null
 * when a single button remains undecided (docs/linkedin-pages.md#classic).
 */
export function companyBadge(education: Element | null, top: Element, roles: readonly Role[]): string | null {
  const schools = education === null ? [] : all(education, 'span[aria-hidden="true"]').map(textOf);
  const isSchool = (badge: Element): boolean =>
    first(badge, 'img[class*="ghost-school"]') !== null || schools.includes(textOf(badge));
  const badges = all(top, 'ul button[aria-label] img')
    .flatMap((image) => closest(image, 'button') ?? [])
    .filter((badge) => textOf(badge) !== '');
  const inRole = badges.find((badge) => roles.some((role) => [role.companyLine, role.company].includes(textOf(badge))));
  const labelled = badges.find(
    (badge) =>
      first(badge, 'img[class*="ghost-company"]') !== null ||
      (!isSchool(badge) && COMPANY_LABEL.test(attribute(badge, 'aria-label') ?? '')),
  );
  const [one] = badges;
  const ofPair = badges.length === 2 && one !== undefined && !isSchool(one) ? one : null;
  return textOf(inRole ?? labelled ?? ofPair) || null;
}
