import { useEffect, useState } from 'react';
import { readToolbar, watchToolbar, type Toolbar } from '@/lib/browser/toolbar';

/** How the user gets at the popup, followed while the page is open; null until the browser has answered. */
export function useToolbar(): Toolbar | null {
  const [toolbar, setToolbar] = useState<Toolbar | null>(null);
  useEffect(() => {
    let current = true;
    const look = (): void => {
      void readToolbar().then((seen) => {
        if (current) setToolbar(seen);
      });
    };
    look();
    const stop = watchToolbar(look);
    return () => {
      current = false;
      stop();
    };
  }, []);
  return toolbar;
}
