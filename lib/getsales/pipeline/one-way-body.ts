/**
 * A request body that can be read once. A browser repeats a request by itself, below `fetch`, when a connection that was
 * used before breaks without an answer, when a server refuses the stream, and after 408 and 421; it can only do so with a
 * body that it can read again (measured on Chromium 156; ARCHITECTURE.md, decisions). It refuses this one over HTTP/1.1
 * before it has read any of it.
 */
export interface OneWayBody {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Ends it: nothing more leaves. True when nothing of it ever did, so that no server can know it. */
  seal(): boolean;
}

/** An empty text makes a body without a byte: it cannot be repeated either. */
export function oneWayBody(text: string): OneWayBody {
  const bytes = new TextEncoder().encode(text);
  let fate: 'waiting' | 'taken' | 'sealed' = 'waiting';
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (fate === 'sealed') {
          controller.error(new TypeError('sealed'));
          return;
        }
        fate = 'taken';
        if (bytes.length > 0) controller.enqueue(bytes);
        controller.close();
      },
    },
    // Nothing is read ahead: whoever pulls is about to send.
    { highWaterMark: 0 },
  );
  return {
    stream,
    seal() {
      if (fate === 'waiting') fate = 'sealed';
      return fate === 'sealed';
    },
  };
}

/**
 * Whether this browser can send a stream. One that cannot would send the text `[object ReadableStream]` and call it text,
 * and never asks whether the request is `half` duplex.
 */
export function canStream(RequestType: typeof Request): boolean {
  let asked = 0;
  const init = {
    method: 'POST',
    body: new ReadableStream(),
    get duplex() {
      asked += 1;
      return 'half' as const;
    },
  };
  const takenForText = new RequestType('data:,', init).headers.has('content-type');
  return asked > 0 && !takenForText;
}
