import { ana, jonas } from '@/e2e/support/cast';
import { addingWorld } from '@/e2e/support/adding';
import { addOf, contactIdOf, identityOf, MESSAGES, newEntryId, senderNamed, UPSERT } from '@/e2e/support/worker-people';
import { expect, test } from 'vitest';
import type { InputOf } from '@/lib/messaging/protocol';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';

const ADDS = 20;
/** How many requests of carried-on adds may go before one that a person waits for. */
const AHEAD = 2;

/** A world whose worker carries on many adds, and asks what a person wants in between. */
async function busyWorld() {
  const world = await addingWorld();
  const contactId = await contactIdOf(world.worker, jonas);
  const senderId = await senderNamed(world.worker, 'Mara (DE)');
  const send: InputOf<'message.send'> = {
    ...{ entryId: newEntryId(), contactId, senderId, personName: jonas.name },
    ...{ text: 'Shall we talk on Thursday?', overrides: null },
  };
  world.setOnline(false);
  for (let n = 0; n < ADDS; n += 1) {
    const identity = LinkedInIdentity.parse({ slug: `waiting-${n}`, memberId: null, salesId: null });
    await world.worker.ask('contact.add', addOf(world.procurement, { identity }));
  }
  world.setOnline(true);
  world.sandbox.control.clearRequests();
  let upserts = 0;
  let askedAt = 0;
  const answers: Promise<unknown>[] = [];
  const worker = world.startWorker({
    // Whoever waits longest goes next: the clock moves only after all that are due have gone.
    fetch: async (input, init) => {
      const answer = await world.sandbox.fetch(input, init);
      upserts += input instanceof URL && input.pathname === UPSERT ? 1 : 0;
      if (upserts === ADDS / 2 && answers.length === 0) {
        askedAt = world.sandbox.control.requests().length;
        answers.push(
          worker.ask('contact.status', { identity: identityOf(ana), fresh: true }),
          worker.ask('message.send', send),
        );
      }
      return answer;
    },
  });
  await worker.services.recovery.processDue(true);
  await Promise.all(answers);
  const requests = world.sandbox.control.requests();
  return { requests, askedAt, upserts: () => world.upserts() };
}

const bodyOf = (request: { readonly body: unknown }) => JSON.stringify(request.body);

test('a person who looks somebody up waits for no more than two requests of adds that are carried on', async () => {
  const { requests, askedAt, upserts } = await busyWorld();
  const looked = requests.findIndex((request) => bodyOf(request).includes(ana.slug));
  const before = requests.slice(askedAt, looked).filter((request) => bodyOf(request).includes('waiting-'));
  expect(before.length).toBeLessThanOrEqual(AHEAD);
  expect(upserts()).toHaveLength(ADDS);
});

test('a message waits at each of its requests for no more than two of them, and none is left out', async () => {
  const { requests, askedAt, upserts } = await busyWorld();
  const posted = requests.findIndex(({ method, path }) => method === 'POST' && path === MESSAGES);
  const before = requests.slice(askedAt, posted).filter((request) => bodyOf(request).includes('waiting-'));
  // The look before, and the POST.
  expect(before.length).toBeLessThanOrEqual(2 * AHEAD);
  expect(upserts()).toHaveLength(ADDS);
});
