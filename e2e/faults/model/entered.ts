import type { ContactDraft } from '@/lib/domain/contact';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { NAMES, type AccountName } from '../accounts';

/** Decomposed letters, single and joined emoji, empty lines, tabs and double spaces: nothing may change them. */
const UNUSUAL = 'Zoe\u0308 🌱 👩\u200d💻\n\n\tand  two';

/** The profile name of the person whom GetSales does not have yet. */
export function newcomerOf(name: AccountName, seed: number): string {
  return `${NAMES[name].slug}-${seed}`;
}

/** The newcomer's ids: sometimes with a member id. */
export function identityOf(slug: string, name: AccountName, seed: number): LinkedInIdentity {
  const hasMemberId = seed % 3 === 0 && slug === newcomerOf(name, seed);
  const memberId = hasMemberId ? `ACoAAA${String(seed).padStart(33, 'b')}` : null;
  return LinkedInIdentity.parse({ slug, memberId, salesId: null });
}

/** What the page says about the person of an add; sometimes much and unusual. */
export function draftOf(index: number, seed: number): ContactDraft {
  const base = { firstName: `Some ${index}`, lastName: `Body ${seed}`, headline: `Headline ${index} of ${seed}` };
  switch ((seed + index) % 4) {
    case 1:
      return { ...base, company: `Company ${seed}`, position: `Position ${index} of ${seed}` };
    case 2:
      return {
        ...base,
        company: `Company ${seed}, Inc.`,
        headline: `${base.headline} ${UNUSUAL}${' and more'.repeat(20)}`,
      };
    case 3:
      return {
        ...base,
        company: `Company ${seed}`,
        about: `About ${index} of ${seed}\n${UNUSUAL}`,
        location: `Place ${seed}`,
        workEmail: `some.${index}.${seed}@example.org`,
        customFields: { 'Deal size': `Value ${index} of ${seed}` },
      };
    default:
      return base;
  }
}

/** The text of a message: sometimes unusual, sometimes long. */
export function textOf(name: AccountName, seed: number, about: string): string {
  const base = `${NAMES[name].text} ${seed} ${about}`;
  if (seed % 5 === 0) return `${base}${' and so on'.repeat(200)}`;
  return seed % 2 === 0 ? `${base} ${UNUSUAL}` : base;
}

/** Another person with the name of the first newcomer, as a contact of GetSales. */
export function namesakeOf(name: AccountName, seed: number) {
  const slug = `${NAMES[name].slug}-namesake-${seed}`;
  const { firstName = '', lastName = '' } = draftOf(0, seed);
  return { slug, lead: { linkedin_id: slug, first_name: firstName, last_name: lastName, company_name: 'Elsewhere' } };
}
