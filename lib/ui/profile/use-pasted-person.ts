import { useState } from 'react';
import { isAddressable, type LinkedInIdentity } from '@/lib/domain/identity';
import { pastedIdentity, type PastedRefusal } from '@/lib/linkedin/address/pasted-identity';

/** What is wrong with a pasted link. `recruiter`: GetSales does not know Recruiter's ids. */
export type PastedProblem = PastedRefusal | 'recruiter';

export interface PastedPerson {
  readonly identity: LinkedInIdentity | null;
  /** Why the last text names no person. */
  readonly problem: 'none' | PastedProblem;
  readonly submit: (text: string) => void;
  readonly clear: () => void;
}

const NOTHING_PASTED = { identity: null, problem: 'none' } as const;

/** A person named by a pasted profile link instead of the tab. */
export function usePastedPerson(): PastedPerson {
  const [pasted, setPasted] = useState<Pick<PastedPerson, 'identity' | 'problem'>>(NOTHING_PASTED);
  return {
    ...pasted,
    submit: (text) => {
      const parsed = pastedIdentity(text);
      if (!parsed.ok) setPasted({ identity: null, problem: parsed.error });
      else if (!isAddressable(parsed.value)) setPasted({ identity: null, problem: 'recruiter' });
      else setPasted({ identity: parsed.value, problem: 'none' });
    },
    clear: () => {
      setPasted(NOTHING_PASTED);
    },
  };
}
