import { jonas } from '@/e2e/support/cast';
import { addOf, identityOf, newEntryId, UPSERT } from '@/e2e/support/worker-people';
import { expect } from 'vitest';
import type { InFlightReport } from '@/lib/domain/account';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { Result } from '@/lib/domain/result';
import type { Scene } from './key-change-scene';

/** Something that a user does, during which the key is replaced or erased. */
export interface Act {
  /** Prepares the act; answers with how to perform it. */
  readonly prepare: (scene: Scene) => Promise<() => Promise<Result<unknown>>>;
  /** Whether GetSales did it, in the workspace that it was meant for; null for acts that change nothing there. */
  readonly isDone: (scene: Scene) => boolean | null;
  /** Its name in the reports of writes that were sent. */
  readonly what: InFlightReport['what'] | null;
}

const slugOf = ({ run }: Scene): string => `person-${String(run)}`;
const textOf = ({ run }: Scene): string => `Hello ${String(run)}`;
const isPresent = (scene: Scene): boolean => scene.world.sandbox.control.contact(slugOf(scene)) !== null;

function identity(scene: Scene): LinkedInIdentity {
  return LinkedInIdentity.parse({ slug: slugOf(scene), memberId: null, salesId: null });
}

function listOf({ world }: Scene, slug: string): unknown {
  const lead = world.sandbox.control.contact(slug)?.['lead'];
  return typeof lead === 'object' && lead !== null && 'list_uuid' in lead ? lead.list_uuid : null;
}

function isSent(scene: Scene): boolean {
  return scene.world.sandbox.control.messages(scene.jonasId).some((message) => message['text'] === textOf(scene));
}

function sendOf(scene: Scene) {
  return {
    entryId: newEntryId(),
    contactId: scene.jonasId,
    senderId: scene.senderId,
    personName: jonas.name,
    text: textOf(scene),
    overrides: null,
  };
}

export const ACTS: Readonly<Record<string, Act>> = {
  'an add': {
    prepare: (scene) =>
      Promise.resolve(() => scene.page('contact.add', addOf(scene.list, { identity: identity(scene), draft: {} }))),
    isDone: isPresent,
    what: 'add',
  },
  'an add whose first attempt got no answer': {
    prepare: (scene) => {
      scene.world.sandbox.control.fault({ path: UPSERT, times: 1, effect: { connection: 'reset-before' } });
      return Promise.resolve(() =>
        scene.page('contact.add', addOf(scene.list, { identity: identity(scene), draft: {} })),
      );
    },
    isDone: isPresent,
    what: 'add',
  },
  'the retry of a waiting add': {
    async prepare(scene) {
      scene.world.sandbox.control.fault({ path: UPSERT, effect: { status: 503 } });
      const add = addOf(scene.list, { identity: identity(scene), draft: {} });
      await scene.page('contact.add', add);
      scene.world.sandbox.control.clearFaults();
      scene.world.pass(31_000);
      return () => scene.page('activity.retry', { entryId: add.entryId });
    },
    isDone: isPresent,
    what: 'add',
  },
  'a move': {
    async prepare(scene) {
      const before = addOf(scene.founders, { identity: identity(scene), draft: {} });
      await scene.page('contact.add', before);
      scene.world.pass(11_000);
      return () =>
        scene.page('contact.add', addOf(scene.list, { identity: identity(scene), draft: {}, ifPresent: 'move' }));
    },
    isDone: (scene) => listOf(scene, slugOf(scene)) === scene.list.id,
    what: 'add',
  },
  'an undo': {
    async prepare(scene) {
      const add = addOf(scene.list, { identity: identity(scene), draft: {} });
      await scene.page('contact.add', add);
      return () => scene.page('contact.undo', { entryId: add.entryId });
    },
    isDone: (scene) => !isPresent(scene),
    what: 'undo',
  },
  'a message': {
    prepare: (scene) => Promise.resolve(() => scene.page('message.send', sendOf(scene))),
    isDone: isSent,
    what: 'message',
  },
  'the retry of a failed message': {
    async prepare(scene) {
      const sent = await scene.page('message.send', sendOf(scene));
      const messageId = sent.ok && sent.value.state === 'sent' ? sent.value.message.id : expect.fail('not sent');
      scene.world.sandbox.control.failMessage(messageId, 'Not connected');
      scene.world.pass(60_000);
      return () => scene.page('message.retry', { messageId });
    },
    isDone: () => null,
    what: 'message-retry',
  },
  'a new list': {
    prepare: (scene) => Promise.resolve(() => scene.page('lists.create', { name: `List ${String(scene.run)}` })),
    isDone: ({ world, run }) => world.sandbox.control.lists().some(({ name }) => name === `List ${String(run)}`),
    what: 'list',
  },
  'a lookup': {
    prepare: (scene) =>
      Promise.resolve(() => scene.page('contact.status', { identity: identityOf(jonas), fresh: true })),
    isDone: () => null,
    what: null,
  },
};
