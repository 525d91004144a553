import type { Certainty, Evidence, ReadField } from '@/lib/domain/reading';
import { field } from './fields';
import { isCareerBreak } from './no-job';
import { isOngoing, isRange } from '../page/text';

/** A role as on its card. `companyLine` can end with the kind of employment: `Nordlys Energy · Full-time`. */
export interface Role {
  readonly position: string;
  readonly companyLine: string | null;
  readonly company: string | null;
}

function roleOf(position: string, companyLine: string | null): Role {
  const parts = companyLine?.split(' · ') ?? [];
  return { position, companyLine, company: parts.length > 1 ? parts.slice(0, -1).join(' · ') : companyLine };
}

/**
 * Reads an ungrouped role's lines: position, company, dates, place, description. Null unless the role is current. A
 * company's name can look like a range of dates; then dates follow it.
 */
export function ungroupedRole(lines: readonly string[]): Role | null {
  const [position, second = '', third = ''] = lines;
  const hasCompany = !isRange(second) || isRange(third);
  if (position === undefined || !isOngoing(hasCompany ? third : second)) return null;
  return roleOf(position, hasCompany ? second : null);
}

/** Reads the current roles of a group; the group's own first line is the company. */
export function groupedRoles(group: readonly string[], roles: readonly (readonly string[])[]): readonly Role[] {
  return roles.flatMap((lines) => {
    const [position] = lines;
    return position !== undefined && isCurrent(lines) ? roleOf(position, group[0] ?? null) : [];
  });
}

/** The dates of a role are the first range of dates below its title; a description may contain others. */
function isCurrent([, ...lines]: readonly string[]): boolean {
  return isOngoing(lines.find(isRange) ?? '');
}

export interface Work {
  readonly company: ReadField | null;
  readonly position: ReadField | null;
}

/** Where a page's roles were read, and how certain it is that they are the owner's. */
export interface Source {
  readonly evidence: Evidence;
  readonly certainty: Certainty;
}

/**
 * Company and position: of the current role at the badge's company, or without a badge of the only current role. Of several
 * roles the one counts that the headline names best, else the first, as inferred and with the others. Entries that are no
 * jobs do not count.
 *
 * @param badge the company that the top card shows; null without one
 */
export function workOf(
  badge: string | null,
  roles: readonly Role[],
  headline: string | null,
  { evidence, certainty }: Source,
): Work {
  const own = badge === null || isCareerBreak(badge) ? null : badge;
  const jobs = roles.filter(
    ({ position, companyLine, company }) =>
      !isCareerBreak(position) &&
      !isCareerBreak(company ?? '') &&
      (own === null || companyLine === own || companyLine?.startsWith(`${own} · `)),
  );
  const named = (role: Role | undefined): number => (role === undefined ? -1 : namedIn(headline ?? '', role));
  const [role, ...otherRoles] = jobs.toSorted((one, other) => named(other) - named(one));
  const isSure = role === undefined || named(role) > named(otherRoles[0]);
  const company = own ?? role?.company ?? '';
  const sure = (isSo: boolean): Certainty => (isSo ? certainty : 'inferred');
  const ofRole = field(company, evidence, sure(isSure || jobs.every((job) => job.company === company)));
  const position = field(role?.position ?? null, evidence, sure(isSure));
  return {
    company: own === null ? ofRole : field(company, 'badge'),
    position: isSure || position === null ? position : { ...position, otherRoles },
  };
}

/** How many letters of a headline name this role: its title, its company, or both. */
function namedIn(headline: string, role: Role): number {
  return [role.position, role.company].reduce(
    (sum, words) => sum + (words !== null && bare(headline).includes(bare(words)) ? words.length : 0),
    0,
  );
}

/** Words in lower case with single spaces between and around them. */
function bare(text: string): string {
  return ` ${text.toLowerCase()} `.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
}
