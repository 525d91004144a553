import type { AccountId } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import { err, ok, type Result } from '@/lib/domain/result';
import { inputs, ReceivedEnvelope, type InputOf, type MessageName, type OutputOf } from './protocol';

/**
 * One function per message of the protocol.
 *
 * @param account the account that the page was opened for; null when the page does not know it, or needs none
 */
export type Handlers = {
  readonly [N in MessageName]: (input: InputOf<N>, account: AccountId | null) => Promise<Result<OutputOf<N>>>;
};

/** What the browser says about the sender of a message. A page cannot forge `origin` and `id`. */
export interface MessageSender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
}

export interface ServeDeps {
  /** Resolves once the worker has started; no message is answered before. */
  readonly handlers: Promise<Handlers>;
  /** Our own extension's id and origin. */
  readonly self: { readonly id: string; readonly origin: string };
  /** Reports a bug: a reference, the message's name and the thrown value. */
  readonly report: (reference: string, name: string, thrown: unknown) => void;
  readonly newReference: () => string;
  /** Resolves after this time; pages then stop waiting for the worker's start (docs/reliability.md#fault-catalogue). */
  readonly startTimeout: (ms: number) => Promise<void>;
}

type Ready = Result<Handlers>;

/**
 * The worker's only entrance. Returns a listener for `runtime.onMessage` that accepts only our own extension pages and the
 * protocol's names, parses inputs strictly and always answers with a `Result`.
 *
 * @returns undefined (no answer at all) for any other sender
 */
export function serve(
  deps: ServeDeps,
): (message: unknown, sender: MessageSender) => Promise<Result<unknown>> | undefined {
  const ready = readiness(deps);
  return (message, sender) => (isOurPage(sender, deps.self) ? answer(message, ready, deps) : undefined);
}

/**
 * Whether the sender is a top-level page of this extension (docs/browser-facts.md#message-senders), also one that is open in a
 * tab: its origin distinguishes it from a web page.
 */
export function isOurPage(sender: MessageSender, self: ServeDeps['self']): boolean {
  const isTopFrame = sender.frameId === undefined || sender.frameId === 0;
  return sender.id === self.id && sender.origin === self.origin && isTopFrame;
}

/** Waits for the worker's start until the timeout; a later start is still used afterwards. */
function readiness({ handlers, startTimeout, newReference, report }: ServeDeps): () => Promise<Ready> {
  const started: Promise<Ready> = handlers.then(ok, (thrown: unknown) => {
    const reference = newReference();
    report(reference, 'start', thrown);
    return err({ code: 'unexpected', reference });
  });
  let ready: Promise<Ready> = Promise.race([started, startTimeout(START_TIMEOUT_MS).then(() => err(NOT_STARTED))]);
  void started.then(() => {
    ready = started;
  });
  return () => ready;
}

/** A page waits this long for a starting worker, then gets an error it can show. */
const START_TIMEOUT_MS = 15_000;
const NOT_STARTED: AppError = { code: 'unexpected', reference: 'start-timeout' };

const BAD_REQUEST = err<AppError>({ code: 'bad-request' });

async function answer(message: unknown, ready: () => Promise<Ready>, deps: ServeDeps): Promise<Result<unknown>> {
  const envelope = ReceivedEnvelope.safeParse(message);
  if (!envelope.success) return BAD_REQUEST;
  const { name, input, account } = envelope.data;
  try {
    const handlers = await ready();
    return handlers.ok ? await handle(name, input, account, handlers.value) : handlers;
  } catch (thrown) {
    const reference = deps.newReference();
    deps.report(reference, name, thrown);
    return err({ code: 'unexpected', reference });
  }
}

function handle<N extends MessageName>(
  name: N,
  input: unknown,
  account: AccountId | null,
  handlers: Handlers,
): Promise<Result<unknown>> {
  const parsed = inputs[name].safeParse(input);
  if (!parsed.success) return Promise.resolve(BAD_REQUEST);
  // The table pairs each schema with its handler; TypeScript cannot follow that through the generic.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return handlers[name](parsed.data as InputOf<N>, account);
}
