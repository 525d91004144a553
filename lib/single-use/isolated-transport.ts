import type { Transport, OpenTransport } from '@/lib/getsales/http/transport';
import { Report, type FrameRequest, type Line } from './request-message';

/** The page of the courier, below the extension's origin. */
export const SINGLE_USE_PAGE = '/single-use.html';

export interface IsolatedTransportDeps {
  /** The one document that an extension may have out of sight. */
  readonly documents: { open(path: string): Promise<void>; close(): Promise<void> };
  readonly onConnect: { addListener(listener: (line: Line) => void): void };
  readonly self: { readonly id: string; readonly origin: string };
  readonly newNonce: () => string;
  /** Resolves after the time within which a frame must have come up; without one by then, there is no transport. */
  readonly timeout: () => Promise<void>;
  readonly maxBytes: number;
  /** Whether this browser was seen to share connections that should have been separate. */
  readonly sharing: { getValue(): Promise<boolean>; setValue(value: boolean): Promise<void> };
}

/**
 * OpenTransport whose connection is their own. A document out of sight holds a `credentialless` frame, which the browser gives
 * network state of its own, connections included, until that document goes: nothing was asked there before. There is one
 * such document at a time; whoever comes meanwhile waits. The lines of frames are heard from the moment of building; a frame
 * that came too late, or for a worker that died meanwhile, is sent away.
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
  const expected = new Map<string, (line: Line) => void>();
  let queue: Promise<unknown> = Promise.resolve();
  onConnect.addListener((line) => {
    if (!isOurFrame(line, self)) return;
    const greet = expected.get(line.name);
    if (greet === undefined) line.disconnect();
    else greet(line);
  });

  /** Also where there is nothing to close, and in browsers that know no such documents. */
  async function close(): Promise<void> {
    try {
      await documents.close();
    } catch {
      // None was open.
    }
  }

  async function meet(nonce: string): Promise<Line> {
    const connected = new Promise<Line>((resolve) => expected.set(nonce, resolve));
    // One may be left from a worker that died.
    await close();
    await documents.open(`${SINGLE_USE_PAGE}#${nonce}`);
    return connected;
  }

  async function open(): Promise<Line | null> {
    const nonce = newNonce();
    const line = await Promise.race([meet(nonce).catch(() => null), timeout().then(() => null)]);
    expected.delete(nonce);
    if (line === null) await close();
    return line;
  }

  function carrierOn(line: Line, release: () => void): Transport {
    return {
      fetch: async (url, { signal, ...init }) => {
        signal?.throwIfAborted();
        const told = new AbortController();
        const report = await new Promise<unknown>((resolve, reject) => {
          const giveUp = (): void => {
            // The frame goes with its document, and the request with the frame.
            void close();
            reject(signal?.reason instanceof Error ? signal.reason : new TypeError('given up'));
          };
          // Not any longer than that: the document that is open later is somebody else's.
          signal?.addEventListener('abort', giveUp, { signal: told.signal });
          line.onDisconnect.addListener(() => {
            reject(new TypeError('the courier is gone'));
          });
          line.onMessage.addListener(resolve);
          line.postMessage({ url: url.href, init, maxBytes } satisfies FrameRequest);
        }).finally(() => {
          told.abort();
        });
        const answer = Report.parse(report);
        if (answer.kind === 'failed') throw new TypeError('the request failed');
        if (answer.isShared) await sharing.setValue(true);
        return responseOf(answer);
      },
      dismiss: () => void close().then(release),
    };
  }

  return async () => {
    const turn = queue;
    let release = (): void => undefined;
    queue = new Promise<void>((resolve) => {
      release = resolve;
    });
    await turn;
    const line = (await sharing.getValue()) ? null : await open();
    if (line !== null) return carrierOn(line, release);
    release();
    return null;
  };
}

/** Nobody can forge what the browser says about a speaker; only the nonce's own frame, in no tab, is listened to. */
function isOurFrame({ name, sender }: Line, self: IsolatedTransportDeps['self']): boolean {
  return (
    sender?.id === self.id &&
    sender.origin === self.origin &&
    sender.url === `${self.origin}${SINGLE_USE_PAGE}#${name}` &&
    sender.tab === undefined
  );
}

const WITHOUT_BODY: readonly number[] = [204, 205, 304];

function responseOf({ status, headers, body }: Extract<Report, { kind: 'answer' }>): Response {
  const init = { status, headers: headers.map(([name, value]): [string, string] => [name, value]) };
  if (WITHOUT_BODY.includes(status)) return new Response(null, init);
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
