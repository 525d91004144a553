import { connectedWorld } from '@/e2e/support/worker';
import { addOf, listNamed } from '@/e2e/support/worker-people';
import { expect, test } from 'vitest';
import { revision } from '@/lib/settings/first-paint';

test('the revision changes after every act, so that open pages reload', async () => {
  const { worker } = await connectedWorld();
  const procurement = await listNamed(worker, 'Nordic procurement');
  const revisions: number[] = [];
  const stop = revision.watch((value) => revisions.push(value));
  const add = addOf(procurement);
  await worker.ask('contact.add', add);
  await worker.ask('contact.undo', { entryId: add.entryId });
  await worker.ask('lists.create', { name: 'Hiring 2027' });
  await worker.ask('session.signOut', { confirmed: null });
  stop();
  // Adds and undos change it twice: when they are written and when they end. Signing out erases it before it changes again.
  expect(revisions).toHaveLength(7);
});
