import { all, closest, contains, first } from '../dom';
import { clean, isOngoing } from '../text';
import { rawText } from '../dom';

export interface Role {
  readonly position: string;
  readonly company: string | null;
}

const ENTITY = '[data-view-name="profile-component-entity"]';

/** The current role that stands first in the experience section: ungrouped, or grouped under one company. */
export function currentRole(document: Document): Role | null {
  const anchor = first(document, 'main #experience');
  const section = anchor === null ? null : closest(anchor, 'section');
  const entity = section === null ? null : first(section, ENTITY);
  if (entity === null) return null;
  const own = ownLines(entity);
  const nested = first(entity, ENTITY);
  if (nested !== null) {
    const lines = ownLines(nested);
    return lines.some(isOngoing) ? role(lines[0], own[0]) : null;
  }
  return own.some(isOngoing) ? role(own[0], own[1]) : null;
}

/** Lines of this entity alone: not of entities in it, nor of the sub-components with media and skills. */
function ownLines(entity: Element): readonly string[] {
  return all(entity, 'span[aria-hidden="true"]')
    .filter((line) => closest(line, ENTITY) === entity && !isInSubComponent(line, entity))
    .map((line) => clean(rawText(line)))
    .filter((line) => line !== '');
}

function isInSubComponent(line: Element, entity: Element): boolean {
  const sub = closest(line, '.pvs-entity__sub-components');
  return sub !== null && contains(entity, sub);
}

/** The company's line may go on with the kind of employment: `Nordlys Energy · Full-time`. */
function role(position: string | undefined, company: string | undefined): Role | null {
  if (position === undefined) return null;
  return { position, company: company === undefined ? null : clean(company.split(' · ')[0] ?? '') };
}
