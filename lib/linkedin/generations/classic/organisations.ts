import { all, attribute, closest, first } from '../../page/dom';
import { companyOf, type Role } from '../../evidence/roles';
import { textOf } from '../../page/text';

/** What LinkedIn writes before a company's name in the button's label, where somebody has seen it (docs/linkedin-pages.md#traps). */
const COMPANY_LABEL = /^(?:Current company|Aktuelles Unternehmen|Entreprise actuelle|Empresa actual) ?:/u;

/**
 * The company in the top card's right panel. Its label is translated, so the role of a button is told by structure: the
 * company of a current role, a school of the education section, a ghost picture, or the order of two. One button that
 * nothing decides is nobody's company (docs/linkedin-pages.md#classic).
 */
export function companyBadge(education: Element | null, top: Element, roles: readonly Role[]): string | null {
  const schools = education === null ? [] : all(education, 'span[aria-hidden="true"]').map(textOf);
  const badges = all(top, 'ul button[aria-label] img')
    .flatMap((image) => closest(image, 'button') ?? [])
    .map((button) => ({ button, name: textOf(button), isSchool: isSchool(button, schools) }))
    .filter(({ name }) => name !== '');
  const [one, two, ...others] = badges;
  const asInRole = badges.find(({ name }) =>
    roles.some((role) => role.companyLine === name || companyOf(role) === name),
  );
  const labelled = badges.find(
    ({ button, isSchool: school }) =>
      first(button, 'img[class*="ghost-company"]') !== null ||
      (!school && COMPANY_LABEL.test(attribute(button, 'aria-label') ?? '')),
  );
  const isPair = one !== undefined && two !== undefined && others.length === 0 && !one.isSchool;
  return (asInRole ?? labelled ?? (isPair ? one : null))?.name ?? null;
}

function isSchool(button: Element, schools: readonly string[]): boolean {
  return first(button, 'img[class*="ghost-school"]') !== null || schools.includes(textOf(button));
}
