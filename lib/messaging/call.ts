import { browser } from 'wxt/browser';
import type { AccountId } from '@/lib/domain/account';
import { err, type Result } from '@/lib/domain/result';
import type { AppError } from '@/lib/domain/app-error';
import type { Envelope, InputOf, MessageName, OutputOf } from './protocol';

interface Sender {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/**
 * Sends a message to the worker. Answers with data, never throws: a worker that died in between
 * (docs/browser-facts.md#worker-lifetime) is `unexpected` with the reference `channel-lost`, except for `message.send`,
 * which is `unconfirmed`: the message may have been sent.
 *
 * @param account the page's account; null for messages that need none
 * @param signal stops waiting (`cancelled`); the worker continues
 */
export async function call<N extends MessageName>(
  account: AccountId | null,
  name: N,
  input: InputOf<N>,
  signal?: AbortSignal,
  api: Sender = browser,
): Promise<Result<OutputOf<N>>> {
  if (signal?.aborted === true) return err({ code: 'cancelled' });
  const asked = request<N>({ name, input, account }, api);
  if (signal === undefined) return asked;
  const settled = new AbortController();
  const cancelled = new Promise<Result<never>>((resolve) => {
    const cancel = (): void => {
      resolve(err({ code: 'cancelled' }));
    };
    signal.addEventListener('abort', cancel, { signal: settled.signal });
  });
  const answer = await Promise.race([asked, cancelled]);
  settled.abort();
  return answer;
}

async function request<N extends MessageName>(envelope: Envelope<N>, api: Sender): Promise<Result<OutputOf<N>>> {
  try {
    const answer = await api.runtime.sendMessage(envelope);
    // The worker is our own code: its answer is trusted once it has the shape of a Result.
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the parse function of the worker's answers
    return 'ok' in Object(answer) ? (answer as Result<OutputOf<N>>) : err(lost(envelope));
  } catch {
    return err(lost(envelope));
  }
}

function lost({ name, input }: { readonly name: MessageName; readonly input: object }): AppError {
  return name === 'message.send' && 'entryId' in input
    ? { code: 'unconfirmed', entryId: String(input.entryId) }
    : { code: 'unexpected', reference: 'channel-lost' };
}
