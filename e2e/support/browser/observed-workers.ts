import type { CDPSession } from '@playwright/test';
import type { Note } from './observed';
import { ignoreClosed, Target, whileListed } from './target';

const TYPES: readonly string[] = ['service_worker', 'background_page'];

export interface WorkerObserver {
  /** Resolves when everything so far is noted. */
  readonly settled: () => Promise<void>;
  /**
   * Notes no more of what runs now, before the extension is replaced: the browser keeps an observed worker of the replaced one,
   * which never answers again.
   */
  readonly release: () => Promise<void>;
}

/**
 * Notes what the extension's worker and its page for single-use connections do, also after restarts; errors also from before.
 */
export async function observeWorkers(cdp: CDPSession, extensionId: string, note: Note): Promise<WorkerObserver> {
  const targets = new Map<string, Promise<Target | undefined>>();

  const attach = async (targetId: string): Promise<Target> => {
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
    return Target.observe(cdp, sessionId, targetId, note);
  };
  const observe = ({ targetInfo: { targetId, type, url } }: { targetInfo: Info }): void => {
    if (!TYPES.includes(type) || !url.includes(extensionId) || targets.has(targetId)) return;
    targets.set(targetId, whileListed(cdp, targetId, attach(targetId)).catch(ignoreClosed));
  };
  cdp.on('Target.targetCreated', observe);
  cdp.on('Target.targetInfoChanged', observe);
  await cdp.send('Target.setDiscoverTargets', { discover: true });
  const each = async (act: (target: Target) => Promise<void>): Promise<void> => {
    await Promise.all([...targets.values()].map(async (target) => target.then((found) => found && act(found))));
  };
  return {
    settled: () => each((target) => target.settled()),
    release: async () => {
      await each(async (target) => {
        await target.settled();
        await target.detach();
      });
      for (const targetId of targets.keys()) targets.set(targetId, Promise.resolve(undefined));
    },
  };
}

interface Info {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}
