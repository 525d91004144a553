import { useCallback, useState } from 'react';
import type { Pasted } from './pasted-person';

export interface PastedPerson extends Pasted {
  readonly show: (pasted: Pasted) => void;
  readonly clear: () => void;
}

const NOTHING_PASTED: Pasted = { identity: null, problem: 'none' };

/** A person from a pasted profile link instead of the tab. */
export function usePastedPerson(): PastedPerson {
  const [pasted, show] = useState<Pasted>(NOTHING_PASTED);
  return {
    ...pasted,
    show,
    clear: useCallback(() => {
      show(NOTHING_PASTED);
    }, []),
  };
}
