import type { FieldName, ReadField } from '@/lib/domain/reading';
import { closest, isAfter, parent } from '../page/dom';
import { field } from '../evidence/fields';
import { firstShown, shown } from '../page/visible';
import { isBlank, visibleTextOf } from '../page/text';
import type { RowKind } from './row-kinds';

export type RowFields = Partial<Record<FieldName, ReadField | null>>;

/** What stands beside a name in a row whose parts have names of their own. */
export function namedFields(row: Element, title: Element, headline: Element | null, kind: RowKind): RowFields {
  const { location, role, evidence } = kind;
  const value = (element: Element | null | undefined) => {
    const text = visibleTextOf(element ?? null);
    return field(isBlank(text) ? null : text, evidence);
  };
  // The mark of how far somebody is away looks like a place and stands above the headline.
  const above = kind.headline === undefined ? title : headline;
  const places = location === undefined || above === null ? [] : shown(row, location);
  const position = role === undefined ? null : firstShown(row, role.position);
  return {
    headline: value(headline),
    location: value(places.find((place) => above !== null && isAfter(above, place))),
    position: value(position),
    company: role === undefined || position === null ? null : companyBeside(position, role),
  };
}

/** The one company in the position's box, or its bare text behind the position, which nothing says to be a company. */
function companyBeside(position: Element, { company, box }: NonNullable<RowKind['role']>): ReadField | null {
  const place = closest(position, box) ?? parent(position) ?? position;
  const [name, ...others] = new Set(shown(place, company).map(visibleTextOf));
  if (name !== undefined) return others.length > 0 ? null : field(name, 'attribute');
  const [before, rest = ''] = visibleTextOf(place).split(visibleTextOf(position), 2);
  const text = rest.replace(/^[\s·•|,–—-]+/u, '');
  return box === 'tr' || before !== '' ? null : field(text, 'structure', 'inferred');
}
