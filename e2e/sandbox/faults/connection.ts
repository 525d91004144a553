import type { Context } from 'hono';
import { constants, Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { Socket } from 'node:net';
import { bindingsOf, type SandboxEnv } from '../env';

/** Thrown when the connection breaks, as `fetch` does; the app must not turn it into an answer. */
export class ConnectionBroken extends TypeError {}

/** Tells node-server not to send an answer. */
function alreadySent(): Response {
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } });
}

/** Breaks the connection with a TCP RST; in process, `fetch` fails in the same way. */
export function reset(c: Context<SandboxEnv>): Response {
  const socket = bindingsOf(c).incoming?.socket;
  if (socket === undefined) throw new ConnectionBroken('fetch failed');
  resetSocket(socket);
  return alreadySent();
}

/**
 * Breaks one stream of an HTTP/2 connection (RST_STREAM), which stays open. `refused` uses REFUSED_STREAM, which promises
 * that nothing was done, true or not. Over HTTP/1.1 it breaks the connection.
 */
export function resetStream(c: Context<SandboxEnv>, why: 'broken' | 'refused'): Response {
  const { incoming } = bindingsOf(c);
  if (!(incoming instanceof Http2ServerRequest)) return reset(c);
  incoming.stream.close(why === 'refused' ? constants.NGHTTP2_REFUSED_STREAM : constants.NGHTTP2_INTERNAL_ERROR);
  return alreadySent();
}

/**
 * Resets the TCP socket itself. A TLS socket refuses `resetAndDestroy` (Node 20) and keeps the TCP socket in its handle; so
 * does the socket of an HTTP/2 request.
 */
function resetSocket(socket: object): void {
  const handle: unknown = Reflect.get(socket, '_handle');
  const wrapped: unknown =
    typeof handle === 'object' && handle !== null ? Reflect.get(handle, '_parentWrap') : undefined;
  const raw = wrapped instanceof Socket ? wrapped : socket;
  if (raw instanceof Socket) raw.resetAndDestroy();
}

/**
 * Announces the full length, sends the first piece of the body, and breaks the connection. In process the body stream does
 * that; node-server would log it as an error.
 */
export async function cutOff(c: Context<SandboxEnv>, answer: Response): Promise<Response> {
  const { outgoing } = bindingsOf(c);
  if (outgoing === undefined || answer.body === null) return answer;
  const { value } = await answer.body.getReader().read();
  const headers = Object.fromEntries(answer.headers);
  if (outgoing instanceof Http2ServerResponse) {
    outgoing.writeHead(answer.status, headers);
    outgoing.stream.write(value, () => outgoing.stream.close(constants.NGHTTP2_INTERNAL_ERROR));
  } else {
    outgoing.writeHead(answer.status, headers);
    outgoing.write(value, () => outgoing.destroy());
  }
  return alreadySent();
}

/** Never answers. Ends when the client disconnects or the server stops. */
export async function hang(c: Context<SandboxEnv>): Promise<Response> {
  await gone(c);
  return alreadySent();
}

/**
 * Sends header bytes slowly until the client disconnects. In process and over HTTP/2 this is the same as `hang`, because
 * headers arrive complete or not at all.
 */
export async function dripHeaders(c: Context<SandboxEnv>, bytes: number, everyMs: number): Promise<Response> {
  const { outgoing } = bindingsOf(c);
  if (outgoing === undefined || outgoing instanceof Http2ServerResponse || outgoing.socket === null) return hang(c);
  const { socket } = outgoing;
  socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
  const timer = setInterval(() => socket.write('a'.repeat(bytes)), everyMs);
  await gone(c);
  clearInterval(timer);
  return alreadySent();
}

/** The request is processed even if its client gives up, as on a real server. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function gone(c: Context<SandboxEnv>): Promise<void> {
  const { outgoing } = bindingsOf(c);
  return new Promise((resolve) => {
    outgoing?.once('close', () => resolve());
  });
}
