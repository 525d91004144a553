import { createIsolatedTransport, SINGLE_USE_PAGE, type IsolatedTransportDeps } from '../isolated-transport';
import type { FramePort } from '../frame-protocol';

export const SELF = {
  id: 'abcdefghijklmnopabcdefghijklmnop',
  origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
};
/** Larger answers are cut here. */
export const MAX_BYTES = 8;

/** The frame's end of a port. */
export interface FrameEnd {
  readonly received: readonly unknown[];
  readonly post: (message: unknown) => void;
  readonly disconnect: () => void;
  /** Whether the worker disconnected it. */
  readonly isRejected: () => boolean;
}

/** A transport whose document opens and closes at once; the test acts as the frame. */
export function setUpTransport(change: Partial<IsolatedTransportDeps> = {}) {
  const documents: string[] = [];
  let nonces = 0;
  let shared = false;
  let accept: (port: FramePort) => void = () => undefined;
  const openTransport = createIsolatedTransport({
    documents: {
      open: (path) => Promise.resolve(void documents.push(`open ${path}`)),
      close: () => Promise.resolve(void documents.push('close')),
    },
    onConnect: { addListener: (listener) => (accept = listener) },
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
  /** A frame connects under this name; `sender` is what the browser says about it. */
  const frame = (name: string, sender: FramePort['sender'] | null = senderOf(name)): FrameEnd => {
    const received: unknown[] = [];
    const messages: ((message: unknown) => void)[] = [];
    const disconnects: (() => void)[] = [];
    let rejected = false;
    accept({
      name,
      ...(sender === null ? {} : { sender }),
      onMessage: { addListener: (listener) => void messages.push(listener) },
      onDisconnect: { addListener: (listener) => void disconnects.push(listener) },
      postMessage: (message) => void received.push(message),
      disconnect: () => (rejected = true),
    });
    return {
      received,
      post: (message) => messages.forEach((listener) => listener(message)),
      disconnect: () => disconnects.forEach((listener) => listener()),
      isRejected: () => rejected,
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
