import type { Context } from 'hono';
import { constants, Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { Socket } from 'node:net';
import { bindingsOf, type SandboxEnv } from '../env';

/** What `fetch` throws when the connection breaks; an app must not turn it into an answer. */
export class ConnectionBroken extends TypeError {}

/** Tells node-server that the answer is none of its business any more. */
function alreadySent(): Response {
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } });
}

/** Breaks the connection with a TCP RST; in process, `fetch` fails the way it does for one. */
export function reset(c: Context<SandboxEnv>): Response {
  const socket = bindingsOf(c).incoming?.socket;
  if (socket === undefined) throw new ConnectionBroken('fetch failed');
  resetSocket(socket);
  return alreadySent();
}

/**
 * Breaks one stream of an HTTP/2 connection (RST_STREAM), which lives on. `refused` says REFUSED_STREAM: the promise that
 * nothing was done, whether or not that is true. Over HTTP/1.1 there is nothing to break but the connection.
 */
export function resetStream(c: Context<SandboxEnv>, why: 'broken' | 'refused'): Response {
  const { incoming } = bindingsOf(c);
  if (!(incoming instanceof Http2ServerRequest)) return reset(c);
  incoming.stream.close(why === 'refused' ? constants.NGHTTP2_REFUSED_STREAM : constants.NGHTTP2_INTERNAL_ERROR);
  return alreadySent();
}

/**
 * RST on the TCP socket itself. A TLS socket refuses `resetAndDestroy` (Node 20), and keeps the TCP socket that it wraps
 * in its handle. What an HTTP/2 request calls its socket shows that handle too.
 */
function resetSocket(socket: object): void {
  const handle: unknown = Reflect.get(socket, '_handle');
  const wrapped: unknown =
    typeof handle === 'object' && handle !== null ? Reflect.get(handle, '_parentWrap') : undefined;
  const raw = wrapped instanceof Socket ? wrapped : socket;
  if (raw instanceof Socket) raw.resetAndDestroy();
}

/**
 * Sends the first piece of a body whose whole length is announced, and breaks the connection. In process the body itself
 * does that; node-server would log it as an error of ours.
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

/** Never answers: waits until the client goes away or the server stops; in process for ever (network.ts sees aborts). */
export async function hang(c: Context<SandboxEnv>): Promise<Response> {
  await gone(c);
  return alreadySent();
}

/**
 * Header bytes, a few at a time, until the client goes away. In process nothing can be seen of it, as with `fetch`; nor
 * over HTTP/2, where headers come whole or not at all.
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

/** The request is carried out even if its client does not wait for it, as on a real server. */
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
