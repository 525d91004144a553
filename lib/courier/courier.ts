import type { Carrier, Carriers } from '@/lib/getsales/pipeline/carrier';
import { Report, type Errand, type Line } from './errand';

/** The page of the courier, below the extension's origin. */
export const COURIER_PAGE = '/courier.html';

export interface CourierDeps {
  /** The one document that an extension may have out of sight. */
  readonly documents: { open(path: string): Promise<void>; close(): Promise<void> };
  readonly onConnect: { addListener(listener: (line: Line) => void): void };
  readonly self: { readonly id: string; readonly origin: string };
  readonly newNonce: () => string;
  /** Resolves after the time within which a frame must have come up. */
  readonly patience: () => Promise<void>;
  readonly maxBytes: number;
  /** Whether this browser was seen to share connections that should have been separate. */
  readonly sharing: { getValue(): Promise<boolean>; setValue(value: boolean): Promise<void> };
}

/**
 * Carriers whose connection is their own. A document out of sight holds a `credentialless` frame, which the browser gives
 * network state of its own, connections included, until that document goes: nothing was asked there before. There is one
 * such document at a time; whoever comes meanwhile waits. The lines of frames are heard from the moment of building.
 */
export function createCourier({
  documents,
  onConnect,
  self,
  newNonce,
  patience,
  maxBytes,
  sharing,
}: CourierDeps): Carriers {
  const expected = new Map<string, (line: Line) => void>();
  let queue: Promise<unknown> = Promise.resolve();
  onConnect.addListener((line) => {
    if (isOurFrame(line, self)) expected.get(line.name)?.(line);
  });

  async function open(): Promise<Line | null> {
    const nonce = newNonce();
    const connected = new Promise<Line>((resolve) => expected.set(nonce, resolve));
    try {
      // One may be left from a worker that died.
      await documents.close().catch(() => undefined);
      await documents.open(`${COURIER_PAGE}#${nonce}`);
      return await Promise.race([connected, patience().then(() => null)]);
    } catch {
      return null;
    } finally {
      expected.delete(nonce);
    }
  }

  function carrierOn(line: Line, release: () => void): Carrier {
    const close = (): void => void documents.close().catch(() => undefined);
    return {
      fetch: async (url, { signal, ...init }) => {
        signal?.throwIfAborted();
        const errand: Errand = { url: url.href, init, maxBytes };
        const told = await new Promise<unknown>((resolve, reject) => {
          signal?.addEventListener('abort', () => {
            // The frame goes with its document, and the request with the frame.
            close();
            reject(signal.reason instanceof Error ? signal.reason : new TypeError('given up'));
          });
          line.onDisconnect.addListener(() => {
            reject(new TypeError('the courier is gone'));
          });
          line.onMessage.addListener(resolve);
          line.postMessage(errand);
        });
        const report = Report.parse(told);
        if (report.kind === 'failed') throw new TypeError('the request failed');
        if (report.isShared) await sharing.setValue(true);
        return responseOf(report);
      },
      dismiss: () => {
        documents
          .close()
          .catch(() => undefined)
          .then(release, release);
      },
    };
  }

  return async () => {
    if (await sharing.getValue()) return null;
    const turn = queue;
    let release = (): void => undefined;
    queue = new Promise<void>((resolve) => {
      release = resolve;
    });
    await turn;
    const line = await open();
    if (line !== null) return carrierOn(line, release);
    release();
    return null;
  };
}

/** Nobody can forge what the browser says about a speaker; only the nonce's own frame, in no tab, is listened to. */
function isOurFrame({ name, sender }: Line, self: CourierDeps['self']): boolean {
  return (
    sender?.id === self.id &&
    sender.origin === self.origin &&
    sender.url === `${self.origin}${COURIER_PAGE}#${name}` &&
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
