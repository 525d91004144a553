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
    signal.addEventListener('abort', cancel, { once: true, signal: settled.signal });
  });
  const answer = await Promise.race([asked, cancelled]);
  settled.abort();
  return answer;
}

async function request<N extends MessageName>(envelope: Envelope<N>, api: Sender): Promise<Result<OutputOf<N>>> {
  try {
    return readAnswer<N>(await api.runtime.sendMessage(envelope), envelope);
  } catch {
    return err(lost(envelope));
  }
}

/** The worker is our own code: its answer is trusted once it has the shape of a Result. */
function readAnswer<N extends MessageName>(answer: unknown, envelope: Envelope<N>): Result<OutputOf<N>> {
  const isResult = typeof answer === 'object' && answer !== null && 'ok' in answer;
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the parse function of the worker's answers
  return isResult ? (answer as Result<OutputOf<N>>) : err(lost(envelope));
}

function lost(envelope: { readonly name: string; readonly input: unknown }): AppError {
  const { name, input } = envelope;
  const isSend = name === 'message.send' && typeof input === 'object' && input !== null && 'entryId' in input;
  return isSend
    ? { code: 'unconfirmed', entryId: String(input.entryId) }
    : { code: 'unexpected', reference: 'channel-lost' };
}
