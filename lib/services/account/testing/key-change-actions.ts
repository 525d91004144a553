import { jonas } from '@/e2e/support/cast';
import { addOf, identityOf, newEntryId, UPSERT } from '@/e2e/support/worker-people';
import { expect } from 'vitest';
import type { InFlightReport } from '@/lib/domain/account';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { Result } from '@/lib/domain/result';
import type { Setup } from './key-change-setup';

/** Something that a user does, during which the key is replaced or erased. */
export interface UserAction {
  /** Prepares the action and returns how to perform it. */
  readonly prepare: (setup: Setup) => Promise<() => Promise<Result<unknown>>>;
  /** Whether GetSales did it, in the workspace that it was meant for; null for actions that change nothing there. */
  readonly isDone: (setup: Setup) => boolean | null;
  /** Its name in the reports of writes that were sent. */
  readonly what: InFlightReport['what'] | null;
}

const slugOf = ({ run }: Setup): string => `person-${String(run)}`;
const textOf = ({ run }: Setup): string => `Hello ${String(run)}`;
const isPresent = (setup: Setup): boolean => setup.world.sandbox.control.contact(slugOf(setup)) !== null;

function identity(setup: Setup): LinkedInIdentity {
  return LinkedInIdentity.parse({ slug: slugOf(setup), memberId: null, salesId: null });
}

function listOf({ world }: Setup, slug: string): unknown {
  const lead = world.sandbox.control.contact(slug)?.['lead'];
  return typeof lead === 'object' && lead !== null && 'list_uuid' in lead ? lead.list_uuid : null;
}

function isSent(setup: Setup): boolean {
  return setup.world.sandbox.control.messages(setup.jonasId).some((message) => message['text'] === textOf(setup));
}

function sendOf(setup: Setup) {
  return {
    entryId: newEntryId(),
    contactId: setup.jonasId,
    senderId: setup.senderId,
    personName: jonas.name,
    text: textOf(setup),
    overrides: null,
  };
}

export const ACTIONS: Readonly<Record<string, UserAction>> = {
  'an add': {
    prepare: (setup) =>
      Promise.resolve(() => setup.page('contact.add', addOf(setup.list, { identity: identity(setup), draft: {} }))),
    isDone: isPresent,
    what: 'add',
  },
  'an add whose first attempt got no answer': {
    prepare: (setup) => {
      setup.world.sandbox.control.fault({ path: UPSERT, times: 1, effect: { connection: 'reset-before' } });
      return Promise.resolve(() =>
        setup.page('contact.add', addOf(setup.list, { identity: identity(setup), draft: {} })),
      );
    },
    isDone: isPresent,
    what: 'add',
  },
  'the retry of a waiting add': {
    async prepare(setup) {
      setup.world.sandbox.control.fault({ path: UPSERT, effect: { status: 503 } });
      const add = addOf(setup.list, { identity: identity(setup), draft: {} });
      await setup.page('contact.add', add);
      setup.world.sandbox.control.clearFaults();
      setup.world.pass(31_000);
      return () => setup.page('activity.retry', { entryId: add.entryId });
    },
    isDone: isPresent,
    what: 'add',
  },
  'a move': {
    async prepare(setup) {
      const before = addOf(setup.founders, { identity: identity(setup), draft: {} });
      await setup.page('contact.add', before);
      setup.world.pass(11_000);
      return () =>
        setup.page('contact.add', addOf(setup.list, { identity: identity(setup), draft: {}, ifPresent: 'move' }));
    },
    isDone: (setup) => listOf(setup, slugOf(setup)) === setup.list.id,
    what: 'add',
  },
  'an undo': {
    async prepare(setup) {
      const add = addOf(setup.list, { identity: identity(setup), draft: {} });
      await setup.page('contact.add', add);
      return () => setup.page('contact.undo', { entryId: add.entryId });
    },
    isDone: (setup) => !isPresent(setup),
    what: 'undo',
  },
  'a message': {
    prepare: (setup) => Promise.resolve(() => setup.page('message.send', sendOf(setup))),
    isDone: isSent,
    what: 'message',
  },
  'the retry of a failed message': {
    async prepare(setup) {
      const sent = await setup.page('message.send', sendOf(setup));
      const messageId = sent.ok && sent.value.state === 'sent' ? sent.value.message.id : expect.fail('not sent');
      setup.world.sandbox.control.failMessage(messageId, 'Not connected');
      setup.world.pass(60_000);
      return () => setup.page('message.retry', { messageId });
    },
    isDone: () => null,
    what: 'message-retry',
  },
  'a new list': {
    prepare: (setup) => Promise.resolve(() => setup.page('lists.create', { name: `List ${String(setup.run)}` })),
    isDone: ({ world, run }) => world.sandbox.control.lists().some(({ name }) => name === `List ${String(run)}`),
    what: 'list',
  },
  'a lookup': {
    prepare: (setup) =>
      Promise.resolve(() => setup.page('contact.status', { identity: identityOf(jonas), fresh: true })),
    isDone: () => null,
    what: null,
  },
};
