import { render } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { WorkerProvider } from '@/lib/ui/worker/worker-query';
import { fakeWorker, type FakeWorker } from './fake-worker';
import { settled } from './settled';

interface Shown {
  readonly user: UserEvent;
  readonly worker: FakeWorker;
  /** Shows something else in the same place. */
  readonly update: (content: ReactNode) => Promise<void>;
}

/** Shows a component in a page whose worker answers as given, with a user in front of it. */
export async function show(content: ReactNode, worker: FakeWorker = fakeWorker()): Promise<Shown> {
  const page = (shown: ReactNode) => <WorkerProvider ask={worker.ask}>{shown}</WorkerProvider>;
  const { rerender } = render(page(content));
  await settled();
  return {
    user: userEvent.setup({ delay: null }),
    worker,
    update: async (next) => {
      rerender(page(next));
      await settled();
    },
  };
}
