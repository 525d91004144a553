import type { CDPSession } from '@playwright/test';
import type { Note } from './observed';
import { ignoreClosed, Target } from './target';

const TYPES: readonly string[] = ['service_worker', 'background_page'];

/**
 * Notes what the extension's worker and its page for single-use connections do, also after restarts; errors also from before.
 * The returned function resolves when everything so far is noted.
 */
export async function observeWorkers(cdp: CDPSession, extensionId: string, note: Note): Promise<() => Promise<void>> {
  const targets = new Map<string, Promise<Target | null>>();

  const attach = async (targetId: string): Promise<Target | null> => {
    try {
      const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
      return await Target.observe(cdp, sessionId, targetId, note);
    } catch (error) {
      ignoreClosed(error);
      return null;
    }
  };
  const observe = ({ targetInfo: { targetId, type, url } }: { targetInfo: Info }): void => {
    if (!TYPES.includes(type) || !url.includes(extensionId) || targets.has(targetId)) return;
    targets.set(targetId, attach(targetId));
  };
  cdp.on('Target.targetCreated', observe);
  cdp.on('Target.targetInfoChanged', observe);
  await cdp.send('Target.setDiscoverTargets', { discover: true });
  return async () => {
    await Promise.all([...targets.values()].map(async (target) => (await target)?.settled()));
  };
}

interface Info {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}
