import { useEffect, useState } from 'react';
import { readToolbar, watchToolbar, type Toolbar } from '@/lib/browser/toolbar';

/** Whether the icon is pinned, and the shortcut; followed while the page is open, null until the browser has answered. */
export function useToolbar(): Toolbar | null {
  const [toolbar, setToolbar] = useState<Toolbar | null>(null);
  useEffect(() => {
    let current = true;
    const update = (): void => {
      void readToolbar().then((read) => {
        if (current) setToolbar(read);
      });
    };
    update();
    const stop = watchToolbar(update);
    return () => {
      current = false;
      stop();
    };
  }, []);
  return toolbar;
}
