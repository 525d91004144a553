import type { Certainty, ReadField } from '@/lib/domain/reading';
import { field } from './fields';
import { isOngoing, isRange } from '../page/text';

/** A role as its card writes it. `companyLine` may go on with the kind of employment: `Nordlys Energy · Full-time`. */
export interface Role {
  readonly position: string;
  readonly companyLine: string | null;
}

/**
 * An ungrouped role's lines: position, company, dates, then place and words of its own. Null unless it goes on today.
 * A company may be called like a range of dates; it is one when dates follow.
 */
export function ungroupedRole(lines: readonly string[]): Role | null {
  const [position, second = '', third = ''] = lines;
  const hasCompany = !isRange(second) || isRange(third);
  if (position === undefined || !isOngoing(hasCompany ? third : second)) return null;
  return { position, companyLine: hasCompany ? second : null };
}

/** The first role of a group that goes on today: the group's own first line names the company. */
export function groupedRole(group: readonly string[], roles: readonly (readonly string[])[]): Role | null {
  const position = roles.find(isCurrent)?.[0];
  return position === undefined ? null : { position, companyLine: group[0] ?? null };
}

/** The dates of a role in a group: the first line below its title that is a range; a description may hold others. */
function isCurrent([, ...lines]: readonly string[]): boolean {
  return isOngoing(lines.find(isRange) ?? '');
}

/** The current company: as the top card names it, else as the main role does. */
export function companyField(badge: string | null, role: Role | null, certainty: Certainty): ReadField | null {
  if (badge === null) return field(role && companyOf(role), 'structure', certainty);
  return field(badge, 'badge');
}

/** The company of a role: its line without the kind of employment. */
export function companyOf({ companyLine }: Role): string | null {
  if (companyLine === null) return null;
  const parts = companyLine.split(' · ');
  return parts.length > 1 ? parts.slice(0, -1).join(' · ') : companyLine;
}

/** Of several current roles the one at the top card's company; without such a company the one that stands first. */
export function mainRole(roles: readonly Role[], badge: string | null): Role | null {
  if (badge === null) return roles[0] ?? null;
  return roles.find(({ companyLine }) => companyLine === badge || companyLine?.startsWith(`${badge} · `)) ?? null;
}
