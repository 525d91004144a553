import { overHttp } from '@/e2e/support/over-http';
import type { SendingWorld } from '@/e2e/support/sending';
import { MESSAGES } from '@/e2e/support/worker-people';
import { sandboxListener } from '@/e2e/sandbox/start';
import { beforeEach, describe, expect, test } from 'vitest';
import { sendOnce, UNKNOWN } from './send-once';
import { titleOf } from './table/catalogue';
import { sendingWorld } from './worlds';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

/** Sends, and is redirected; answers what GetSales and the target of the redirect saw. */
async function sendRedirected(status: number, locationOf: (targetPort: number) => string) {
  const arrivals: unknown[] = [];
  const target = await overHttp((incoming, outgoing) => {
    arrivals.push([incoming.method, incoming.url, incoming.headers.authorization]);
    outgoing.end('{}');
  });
  world.faultPost({ status, headers: { location: locationOf(target.port) } });
  const { fetch } = await overHttp(sandboxListener(world.sandbox));
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
    expect(await sendRedirected(status, (port) => `http://localhost:${port}/`)).toEqual(NOT_FOLLOWED);
  });

  test(titleOf('N27'), async () => {
    expect(await sendRedirected(status, (port) => `http://127.0.0.1:${port}${MESSAGES}`)).toEqual(NOT_FOLLOWED);
  });

  test(titleOf('N28'), async () => {
    expect(await sendRedirected(status, () => MESSAGES)).toEqual(NOT_FOLLOWED);
  });
});
