import { useState } from 'react';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { parseIdentity } from '@/lib/linkedin/identity';

export interface PastedPerson {
  readonly identity: LinkedInIdentity | null;
  /** Why the last text names nobody. */
  readonly problem: 'none' | 'self' | 'not-a-profile';
  readonly submit: (text: string) => void;
  readonly clear: () => void;
}

const NOBODY = { identity: null, problem: 'none' } as const;

/** A person named by a pasted profile link instead of the tab. */
export function usePastedPerson(): PastedPerson {
  const [pasted, setPasted] = useState<Pick<PastedPerson, 'identity' | 'problem'>>(NOBODY);
  return {
    ...pasted,
    submit: (text) => {
      const parsed = parseIdentity(text.trim());
      setPasted(
        parsed.ok
          ? { identity: parsed.value, problem: 'none' }
          : { identity: null, problem: parsed.error === 'self' ? 'self' : 'not-a-profile' },
      );
    },
    clear: () => {
      setPasted(NOBODY);
    },
  };
}
