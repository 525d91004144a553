import { MESSAGES, seen } from '@/e2e/support/worker-people';
import type { SendingWorld } from '@/e2e/support/sending';
import type { Worker } from '@/e2e/support/worker';
import type { SendOutcome } from '@/lib/domain/outbox/outbox-entry';
import type { Result } from '@/lib/domain/result';

/** What one press of Send led to, on the screen, in the outbox and at GetSales. */
export interface Sent {
  /** The state that the screen gets, or the code of its error; `sent` only with the id that GetSales gave the message. */
  readonly answer: string;
  readonly recorded: string;
  readonly posts: number;
  /** Messages with this text that GetSales has. */
  readonly arrived: number;
  /** Requests that looked for the message after the POST. */
  readonly looks: number;
}

/** Read from the answer to the POST. */
export const READ: Sent = { answer: 'sent', recorded: 'sent', posts: 1, arrived: 1, looks: 0 };
/** Not known from the answer to the POST, and found in the conversation. */
export const FOUND: Sent = { answer: 'sent', recorded: 'sent', posts: 1, arrived: 1, looks: 1 };
/** Not known from the answer to the POST, looked for, and not found. */
export const UNKNOWN: Sent = { answer: 'unknown', recorded: 'unknown', posts: 1, arrived: 0, looks: 1 };

export async function sendOnce(world: SendingWorld, worker: Worker = world.worker): Promise<Sent> {
  const answer = await worker.ask('message.send', world.sendOf());
  const [entry] = await world.states();
  const requests = world.sandbox.control.requests().filter(({ path }) => path === MESSAGES);
  const postAt = requests.findIndex(({ method }) => method === 'POST');
  return {
    answer: nameOf(answer, world.onServer()),
    recorded: entry?.name ?? 'nothing',
    posts: seen(world.sandbox, 'POST', MESSAGES).length,
    arrived: world.onServer().length,
    looks: postAt === -1 ? 0 : requests.slice(postAt).filter(({ method }) => method === 'GET').length,
  };
}

function nameOf(answer: Result<SendOutcome>, onServer: readonly unknown[]): string {
  if (!answer.ok) return answer.error.code;
  const { value } = answer;
  return value.state !== 'sent' || onServer.includes(value.message.id) ? value.state : 'sent, with an unknown id';
}
