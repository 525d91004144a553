import type { ContactList } from '../../lib/domain/contact';
import type { LoggedRequest } from '../sandbox/network/request-log';
import { connectedWorld, type Worker, type World } from './worker';
import { listNamed, seen, UPSERT } from './worker-people';

/** A connected world for tests of adds. */
export interface AddingWorld extends World {
  readonly worker: Worker;
  readonly procurement: ContactList;
  /** The list of Jonas and Ana. */
  readonly founders: ContactList;
  readonly upserts: () => readonly LoggedRequest[];
  /** The states of all entries in the outbox, newest first. */
  readonly states: () => Promise<readonly unknown[]>;
}

export async function addingWorld(): Promise<AddingWorld> {
  const world = await connectedWorld();
  const { worker, sandbox } = world;
  const procurement = await listNamed(worker, 'Nordic procurement');
  const founders = await listNamed(worker, 'EU founders');
  sandbox.control.clearRequests();
  return {
    ...world,
    procurement,
    founders,
    upserts: () => seen(sandbox, 'POST', UPSERT),
    states: async () => {
      const recent = await worker.ask('outbox.recent', { contactId: null });
      if (!recent.ok) throw new Error(recent.error.code);
      return recent.value.map(({ state }) => state);
    },
  };
}
