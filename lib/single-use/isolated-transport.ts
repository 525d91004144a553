import type { OpenTransport, Transport } from '@/lib/getsales/http/transport';
import { FrameReport, type FramePort, type FrameRequest } from './frame-protocol';

/** The page of the single-use connection, below the extension's origin. */
export const SINGLE_USE_PAGE = '/single-use.html';

export interface IsolatedTransportDeps {
  /** The extension's one offscreen document. */
  readonly documents: { open(path: string): Promise<void>; close(): Promise<void> };
  readonly onConnect: { addListener(listener: (port: FramePort) => void): void };
  readonly self: { readonly id: string; readonly origin: string };
  readonly newNonce: () => string;
  /** Resolves when a frame must have connected; without one by then there is no transport. */
  readonly timeout: () => Promise<void>;
  readonly maxBytes: number;
  /** Whether this browser was seen to reuse connections that should have been separate. */
  readonly sharing: { getValue(): Promise<boolean>; setValue(value: boolean): Promise<void> };
}

/**
 * Opens transports that each use a connection of their own. An offscreen document holds a `credentialless` frame, which the
 * browser gives its own network state, connections included, until the document closes. There is one such document at a
 * time; further callers wait. Ports are answered from the moment of creation; a frame that connects too late or for a worker
 * that has died is disconnected, and so is every other port: nothing else in the extension serves one.
 */
export function createIsolatedTransport({
  documents,
  onConnect,
  self,
  newNonce,
  timeout,
  maxBytes,
  sharing,
}: IsolatedTransportDeps): OpenTransport {
  const expected = new Map<string, (port: FramePort) => void>();
  let queue: Promise<unknown> = Promise.resolve();
  onConnect.addListener((port) => {
    const accept = isOurFrame(port, self) ? expected.get(port.name) : undefined;
    if (accept === undefined) port.disconnect();
    else accept(port);
  });

  /** Also works without an open document, and in browsers without offscreen documents. */
  async function closeDocument(): Promise<void> {
    try {
      await documents.close();
    } catch {
      // None was open.
    }
  }

  async function openFrame(nonce: string): Promise<FramePort> {
    const connected = new Promise<FramePort>((resolve) => expected.set(nonce, resolve));
    // A worker that died may have left one open.
    await closeDocument();
    await documents.open(`${SINGLE_USE_PAGE}#${nonce}`);
    return connected;
  }

  async function connectFrame(): Promise<FramePort | null> {
    const nonce = newNonce();
    const port = await Promise.race([openFrame(nonce).catch(() => null), timeout().then(() => null)]);
    expected.delete(nonce);
    if (port === null) await closeDocument();
    return port;
  }

  function transportOver(port: FramePort, release: () => void): Transport {
    return {
      fetch: async (url, { signal, ...init }) => {
        signal?.throwIfAborted();
        const reported = new AbortController();
        const report = await new Promise<unknown>((resolve, reject) => {
          const abort = (): void => {
            // Closing the document ends the frame and its request.
            void closeDocument();
            reject(signal?.reason instanceof Error ? signal.reason : new TypeError('aborted'));
          };
          // Only until the report: a document that is open later belongs to another request.
          signal?.addEventListener('abort', abort, { signal: reported.signal });
          port.onDisconnect.addListener(() => {
            reject(new TypeError('the frame is gone'));
          });
          port.onMessage.addListener(resolve);
          port.postMessage({ url: url.href, init, maxBytes } satisfies FrameRequest);
        }).finally(() => {
          reported.abort();
        });
        const answer = FrameReport.parse(report);
        if (answer.kind === 'failed') throw new TypeError('the request failed');
        if (answer.isShared) await sharing.setValue(true);
        return responseOf(answer);
      },
      dismiss: () => void closeDocument().then(release),
    };
  }

  return async () => {
    const previous = queue;
    let release = (): void => undefined;
    queue = new Promise<void>((resolve) => {
      release = resolve;
    });
    await previous;
    const port = (await sharing.getValue()) ? null : await connectFrame();
    if (port !== null) return transportOver(port, release);
    release();
    return null;
  };
}

/** Accepts only our own page, in a frame and not in a tab. The browser sets the sender; a page cannot forge it. */
function isOurFrame({ name, sender }: FramePort, self: IsolatedTransportDeps['self']): boolean {
  return (
    sender?.id === self.id &&
    sender.origin === self.origin &&
    sender.url === `${self.origin}${SINGLE_USE_PAGE}#${name}` &&
    sender.tab === undefined
  );
}

const STATUSES_WITHOUT_BODY: readonly number[] = [204, 205, 304];

function responseOf({ status, headers, body }: Extract<FrameReport, { kind: 'answer' }>): Response {
  const init = { status, headers };
  if (STATUSES_WITHOUT_BODY.includes(status)) return new Response(null, init);
  if (body === null) {
    const broken = new ReadableStream({
      start(controller) {
        controller.error(new TypeError('the answer broke off'));
      },
    });
    return new Response(broken, init);
  }
  return new Response(
    Uint8Array.from(body, (char) => char.charCodeAt(0)),
    init,
  );
}
