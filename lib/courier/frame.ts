import { carry, type CarryDeps } from './carry';
import type { Errand, Line } from './errand';

export interface FrameDeps extends CarryDeps {
  readonly connect: (name: string) => Line;
  /** Closes the document out of sight. */
  readonly close: () => void;
}

/**
 * The frame's whole life: it names itself by its nonce, carries one errand, and reports. When nobody is left to report to,
 * because the worker died, it still lets the request come to its end, and goes.
 */
export function awaitErrand(nonce: string, { connect, close, ...deps }: FrameDeps): void {
  const line = connect(nonce);
  const gone = new Promise<void>((resolve) => {
    line.onDisconnect.addListener(resolve);
  });
  let carried: Promise<void> = Promise.resolve();
  line.onMessage.addListener((message) => {
    // Only the worker speaks on this line, and only once.
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
    carried = carry(message as Errand, deps).then((report) => {
      line.postMessage(report);
    });
  });
  void gone.then(() => carried.catch(() => undefined)).then(close);
}
