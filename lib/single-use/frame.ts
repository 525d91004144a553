import { carry, type FrameRequestDeps } from './request-in-frame';
import type { FrameRequest, Line } from './request-message';

export interface FrameDeps extends FrameRequestDeps {
  readonly connect: (name: string) => Line;
  /** Closes the document out of sight. */
  readonly close: () => void;
  /** Resolves after the time that a request may still take when nobody waits for it any more. */
  readonly timeout: () => Promise<void>;
}

/**
 * The frame's whole life: it names itself by its nonce, carries one frameRequest, and reports. When nobody is left to report to,
 * because the worker died, it still lets the request come to its end, for a while, and goes.
 */
export function serveFrameRequest(nonce: string, { connect, close, timeout, ...deps }: FrameDeps): void {
  const line = connect(nonce);
  let carried: Promise<void> = Promise.resolve();
  line.onMessage.addListener((message) => {
    // Only the worker speaks on this line, and only once.
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
    carried = carry(message as FrameRequest, deps)
      .then((report) => {
        line.postMessage(report);
      })
      // The worker died in this very moment.
      .catch(() => undefined);
  });
  line.onDisconnect.addListener(() => {
    void Promise.race([carried, timeout()]).then(close);
  });
}
