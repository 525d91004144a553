import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { jonas, mira } from '@/e2e/support/cast';
import { addOf, contactIdOf, MESSAGES, newEntryId, seen, senderNamed } from '@/e2e/support/worker-people';
import { beforeEach, expect, test } from 'vitest';
import { inEveryPosition } from '@/lib/getsales/testing/in-every-position';

let world: AddingWorld;

beforeEach(async () => {
  world = await addingWorld();
});

/** An add of Mira and a message to Jonas: what the user sees, and what GetSales then has. */
async function addAndSend() {
  const { worker, sandbox, procurement } = world;
  const contactId = await contactIdOf(worker, jonas);
  const senderId = await senderNamed(worker, 'Mara (DE)');
  const added = await worker.ask('contact.add', addOf(procurement));
  const sent = await worker.ask('message.send', {
    entryId: newEntryId(),
    contactId,
    senderId,
    personName: jonas.name,
    text: 'Thursday then.',
    overrides: null,
  });
  return {
    added: added.ok ? 'effect' in added.value && added.value.effect : added.error.code,
    contact: sandbox.control.contact(mira.slug)?.['lead'] ?? null,
    contacts: sandbox.control.contactCount(),
    sent: sent.ok ? sent.value.state : sent.error.code,
    posts: seen(sandbox, 'POST', MESSAGES).length,
    messages: sandbox.control.messages(contactId).filter((row) => row['text'] === 'Thursday then.').length,
  };
}

const DONE = { added: 'created', contacts: 301, sent: 'sent', posts: 1, messages: 1 };

inEveryPosition(
  () => world.sandbox.control,
  () => {
    test('an add and a message are done once and reported as done', async () => {
      expect(await addAndSend()).toEqual({
        ...DONE,
        contact: expect.objectContaining({ list_uuid: world.procurement.id }),
      });
    });
  },
);

test('a message that is acknowledged without its row and listed late is reported as unknown, and not sent again', async () => {
  world.sandbox.control.setQuirks({ writeAnswers: 'acknowledged', listing: 'late' });
  expect(await addAndSend()).toMatchObject({ added: 'created', sent: 'unknown', posts: 1, messages: 1 });
});
