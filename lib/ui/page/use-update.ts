import { useState } from 'react';
import { requestUpdate } from '@/lib/browser/update';

/** Updating the extension: `none` when the browser found no update. After one was found, the worker restarts and this page ends. */
export function useUpdate() {
  const [state, setState] = useState<'idle' | 'asking' | 'none'>('idle');
  const update = (): void => {
    setState('asking');
    void requestUpdate().then((isFound) => {
      if (!isFound) setState('none');
    });
  };
  return { state, update };
}
