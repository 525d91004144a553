import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { WorkerProvider } from '@/lib/ui/worker/worker-query';

/** Puts a screen into the page's `#root`, in the first task, so that the static shell is replaced without a flash. */
export function mount(screen: ReactNode): void {
  const container = document.getElementById('root');
  if (container === null) throw new TypeError('#root is missing in index.html');
  const root = createRoot(container);
  flushSync(() => {
    root.render(
      <StrictMode>
        <WorkerProvider>{screen}</WorkerProvider>
      </StrictMode>,
    );
  });
}
