import { ConnectionBroken } from './connection';

/** Long enough for the server to send the text first. */
const BREAK_AFTER_MS = 20;

/** The text, after which the connection breaks. */
export function broken(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      setTimeout(() => controller.error(new ConnectionBroken('terminated')), BREAK_AFTER_MS);
    },
  });
}

/** The bytes in small pieces; `endless` never closes. */
export function dripped(
  bytes: Uint8Array,
  pace: { readonly bytes: number; readonly everyMs: number; readonly endless?: boolean },
): ReadableStream<Uint8Array> {
  let at = 0;
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => {
        if (at < bytes.length) controller.enqueue(bytes.slice(at, at + pace.bytes));
        at += pace.bytes;
        if (at < bytes.length || pace.endless === true) return;
        clearInterval(timer);
        controller.close();
      }, pace.everyMs);
    },
    cancel() {
      clearInterval(timer);
    },
  });
}

const CHUNK = 65_536;

/** Valid JSON of at least `bytes` bytes, generated while it is read. */
export function hugeJson(bytes: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const filler = encoder.encode('x'.repeat(CHUNK));
  let sent = 0;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode('{"data":"')),
    pull(controller) {
      if (sent < bytes) {
        controller.enqueue(filler);
        sent += CHUNK;
        return;
      }
      controller.enqueue(encoder.encode('"}'));
      controller.close();
    },
  });
}
