// A file of its own: the parser of links is not in the popup's first load, unlike use-pasted-person.ts.

import { isAddressable, type LinkedInIdentity } from '@/lib/domain/identity';
import { pastedIdentity, type PastedRefusal } from '@/lib/linkedin/address/pasted-identity';

/** What is wrong with a pasted link. `recruiter`: GetSales does not know Recruiter's ids. */
export type PastedProblem = PastedRefusal | 'recruiter';

/** The person that a pasted text names, or why it names none. */
export interface Pasted {
  readonly identity: LinkedInIdentity | null;
  readonly problem: 'none' | PastedProblem;
}

/** Reads a pasted profile link, or a text that contains one. */
export function readPasted(text: string): Pasted {
  const parsed = pastedIdentity(text);
  if (!parsed.ok) return { identity: null, problem: parsed.error };
  return isAddressable(parsed.value)
    ? { identity: parsed.value, problem: 'none' }
    : { identity: null, problem: 'recruiter' };
}
