import { all, attribute, isAfter } from '../page/dom';
import { shown } from '../page/visible';
import { visibleTextOf } from '../page/text';

export interface RolePlaces {
  readonly roles: string;
  readonly position: string;
  readonly company: string;
}

/** Empty where the page names none. */
interface Role {
  readonly position: string;
  readonly company: string;
  /** Where it stands; null where there is no such place. */
  readonly section: Element | null;
}

/**
 * The first of a lead's current roles. A company counts for it only if it stands before the second role; a picture's
 * title speaks for a company without a text only where there is one role.
 */
export function currentRole(document: Document, card: Element, places: RolePlaces): Role {
  const section = shown(card, places.roles)[0] ?? shown(document, places.roles)[0];
  if (section === undefined) return { position: '', company: '', section: null };
  const [position, next] = shown(section, places.position);
  const named = shown(section, places.company).find((company) => next === undefined || isAfter(company, next));
  const pictured = next === undefined ? all(section, 'a[href*="/sales/company/"] img[title]')[0] : undefined;
  const company = named === undefined ? titleOf(pictured) : visibleTextOf(named);
  return { position: visibleTextOf(position ?? null), company, section };
}

function titleOf(image: Element | undefined): string {
  return image === undefined ? '' : (attribute(image, 'title') ?? '');
}
