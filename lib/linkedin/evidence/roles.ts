import type { Certainty, ReadField } from '@/lib/domain/reading';
import { field } from './fields';
import { isOngoing, isRange } from '../page/text';

/** A role as on its card. `companyLine` can end with the kind of employment: `Nordlys Energy · Full-time`. */
export interface Role {
  readonly position: string;
  readonly companyLine: string | null;
}

/**
 * Reads an ungrouped role's lines: position, company, dates, place, description. Null unless the role is current. A
 * company's name can look like a range of dates; then dates follow it.
 */
export function ungroupedRole(lines: readonly string[]): Role | null {
  const [position, second = '', third = ''] = lines;
  const hasCompany = !isRange(second) || isRange(third);
  if (position === undefined || !isOngoing(hasCompany ? third : second)) return null;
  return { position, companyLine: hasCompany ? second : null };
}

/** Reads the first current role of a group; the group's own first line is the company. */
export function groupedRole(group: readonly string[], roles: readonly (readonly string[])[]): Role | null {
  const position = roles.find(isCurrent)?.[0];
  return position === undefined ? null : { position, companyLine: group[0] ?? null };
}

/** The dates of a role are the first range of dates below its title; a description may contain others. */
function isCurrent([, ...lines]: readonly string[]): boolean {
  return isOngoing(lines.find(isRange) ?? '');
}

/** The current company: from the top card's badge, else from the main role. */
export function companyField(badge: string | null, role: Role | null, certainty: Certainty): ReadField | null {
  if (badge === null) return field(role && companyOf(role), 'structure', certainty);
  return field(badge, 'badge');
}

/** A role's company line without the kind of employment. */
export function companyOf({ companyLine }: Role): string | null {
  if (companyLine === null) return null;
  const parts = companyLine.split(' · ');
  return parts.length > 1 ? parts.slice(0, -1).join(' · ') : companyLine;
}

/** The current role at the badge's company; without a badge, the first one. */
export function mainRole(roles: readonly Role[], badge: string | null): Role | null {
  if (badge === null) return roles[0] ?? null;
  return roles.find(({ companyLine }) => companyLine === badge || companyLine?.startsWith(`${badge} · `)) ?? null;
}
