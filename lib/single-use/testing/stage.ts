import { createIsolatedTransport, SINGLE_USE_PAGE, type IsolatedTransportDeps } from '../isolated-transport';
import type { Line } from '../request-message';

export const SELF = {
  id: 'abcdefghijklmnopabcdefghijklmnop',
  origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
};
/** Larger answers are cut here. */
export const MAX_BYTES = 8;

/** The frame's end of a line. */
export interface FrameEnd {
  readonly heard: readonly unknown[];
  readonly says: (message: unknown) => void;
  readonly goes: () => void;
  /** Whether the worker sent it away. */
  readonly isSentAway: () => boolean;
}

/** A courier on a stage: its document opens and closes at once, and the test is the frame. */
export function stage(change: Partial<IsolatedTransportDeps> = {}) {
  const documents: string[] = [];
  let nonces = 0;
  let shared = false;
  let greet: (line: Line) => void = () => undefined;
  const openTransport = createIsolatedTransport({
    documents: {
      open: (path) => Promise.resolve(void documents.push(`open ${path}`)),
      close: () => Promise.resolve(void documents.push('close')),
    },
    onConnect: { addListener: (listener) => (greet = listener) },
    self: SELF,
    newNonce: () => `nonce-${(nonces += 1)}`,
    timeout: () => new Promise(() => undefined),
    maxBytes: MAX_BYTES,
    sharing: {
      getValue: () => Promise.resolve(shared),
      setValue: (value) => Promise.resolve(void (shared = value)),
    },
    ...change,
  });
  /** A frame comes up and names itself; `sender` says who it really is. */
  const frame = (name: string, sender: Line['sender'] | null = senderOf(name)): FrameEnd => {
    const heard: unknown[] = [];
    const messages: ((message: unknown) => void)[] = [];
    const goings: (() => void)[] = [];
    let sentAway = false;
    greet({
      name,
      ...(sender === null ? {} : { sender }),
      onMessage: { addListener: (listener) => void messages.push(listener) },
      onDisconnect: { addListener: (listener) => void goings.push(listener) },
      postMessage: (message) => void heard.push(message),
      disconnect: () => (sentAway = true),
    });
    return {
      heard,
      says: (message) => messages.forEach((listener) => listener(message)),
      goes: () => goings.forEach((listener) => listener()),
      isSentAway: () => sentAway,
    };
  };
  /** The frame of the nth transport, once its document is open. */
  const nextFrame = async (n = 1): Promise<FrameEnd> => {
    while (!documents.includes(`open ${SINGLE_USE_PAGE}#nonce-${n}`)) await new Promise(setImmediate);
    return frame(`nonce-${n}`);
  };
  return { openTransport, documents, frame, nextFrame };
}

export function senderOf(name: string) {
  return { id: SELF.id, origin: SELF.origin, url: `${SELF.origin}${SINGLE_USE_PAGE}#${name}` };
}
