import type { ContactId, SenderId } from '../../lib/domain/ids';
import type { OutboxEntry } from '../../lib/domain/outbox/outbox-entry';
import type { InputOf } from '../../lib/messaging/protocol';
import type { FaultHandle } from '../sandbox/faults/script';
import type { FaultEffect } from '../sandbox/faults/rule';
import type { LoggedRequest } from '../sandbox/network/request-log';
import { jonas } from './cast';
import { connectedWorld, type Worker, type World } from './worker';
import { contactIdOf, MESSAGES, newEntryId, seen, senderNamed } from './worker-people';

export const TEXT = 'Shall we talk on Thursday, Jonas?';
export const JSON_ERROR = { kind: 'json', value: { error: { message: 'No.' } } } as const;
export const HTML = { kind: 'html', text: '<h1>Blocked</h1>' } as const;

/** A connected world for tests of messages from Mara to Jonas. */
export interface SendingWorld extends World {
  readonly worker: Worker;
  readonly contactId: ContactId;
  readonly senderId: SenderId;
  /** A new message from Mara to Jonas, with changes. */
  readonly sendOf: (change?: Partial<InputOf<'message.send'>>) => InputOf<'message.send'>;
  readonly faultPost: (effect: FaultEffect, times?: number) => FaultHandle;
  readonly faultList: (effect: FaultEffect, skip?: number) => FaultHandle;
  /** POSTs of messages, arrived or not. */
  readonly posts: () => readonly LoggedRequest[];
  /** Uuids of arrived messages with this text. */
  readonly onServer: () => readonly unknown[];
  /** The states of Jonas' messages in the outbox, newest first. */
  readonly states: (worker?: Worker) => Promise<readonly OutboxEntry['state'][]>;
}

export async function sendingWorld(): Promise<SendingWorld> {
  const world = await connectedWorld();
  const { worker, sandbox } = world;
  const contactId = await contactIdOf(worker, jonas);
  const senderId = await senderNamed(worker, 'Mara (DE)');
  sandbox.control.clearRequests();
  return {
    ...world,
    contactId,
    senderId,
    sendOf: (change = {}) => ({
      entryId: newEntryId(),
      contactId,
      senderId,
      personName: jonas.name,
      text: TEXT,
      overrides: null,
      ...change,
    }),
    faultPost: (effect, times = Infinity) => sandbox.control.fault({ method: 'POST', path: MESSAGES, times, effect }),
    faultList: (effect, skip = 0) => sandbox.control.fault({ method: 'GET', path: MESSAGES, skip, effect }),
    posts: () => seen(sandbox, 'POST', MESSAGES),
    onServer: () =>
      sandbox.control
        .messages(contactId)
        .filter((message) => message['text'] === TEXT)
        .map((message) => message['uuid']),
    states: async (asked = worker) => {
      const recent = await asked.ask('outbox.recent', { contactId });
      if (!recent.ok) throw new Error(recent.error.code);
      return recent.value.map(({ state }) => state);
    },
  };
}
