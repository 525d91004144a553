import { makeCertificate } from '@/e2e/support/browser/certificate';
import { overHttp } from '@/e2e/support/over-http';
import type { SendingWorld } from '@/e2e/support/sending';
import { MESSAGES } from '@/e2e/support/worker-people';
import type { LoopbackOptions } from '@/e2e/sandbox/network/loopback';
import { sandboxListener } from '@/e2e/sandbox/start';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sendOnce, UNKNOWN } from './send-once';
import { titleOf } from './table/catalogue';
import { sendingWorld } from './worlds';

let world: SendingWorld;

const tls = await makeCertificate(['amazing.getsales.io', 'localhost']);

beforeEach(async () => {
  // Both servers have a certificate that this test has made itself.
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  world = await sendingWorld();
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Sends over TLS, and is redirected; answers what GetSales and the target of the redirect saw. */
async function sendRedirected(
  status: number,
  locationOf: (targetPort: number) => string,
  target: LoopbackOptions = { tls },
) {
  const arrivals: unknown[] = [];
  const { port } = await overHttp((incoming, outgoing) => {
    arrivals.push([incoming.method, incoming.url, incoming.headers.authorization]);
    outgoing.end('{}');
  }, target);
  world.faultPost({ status, headers: { location: locationOf(port) } });
  const { fetch } = await overHttp(sandboxListener(world.sandbox), { tls });
  const sent = await sendOnce(world, world.startWorker({ fetch }));
  return { sent, arrivals, requests: world.sandbox.control.requests().map(({ method, path }) => `${method} ${path}`) };
}

const NOT_FOLLOWED = {
  sent: UNKNOWN,
  arrivals: [],
  requests: [`GET ${MESSAGES}`, `POST ${MESSAGES}`, `GET ${MESSAGES}`],
};

describe.each([301, 302, 303, 307, 308])('%i', (status) => {
  test(titleOf('N25'), async () => {
    expect(await sendRedirected(status, () => '/leads/api/lists')).toEqual(NOT_FOLLOWED);
  });

  test(titleOf('N26'), async () => {
    expect(await sendRedirected(status, (port) => `https://localhost:${port}${MESSAGES}`)).toEqual(NOT_FOLLOWED);
  });

  test(titleOf('N27'), async () => {
    expect(await sendRedirected(status, (port) => `http://127.0.0.1:${port}${MESSAGES}`, {})).toEqual(NOT_FOLLOWED);
  });

  test(titleOf('N28'), async () => {
    expect(await sendRedirected(status, () => MESSAGES)).toEqual(NOT_FOLLOWED);
  });
});
