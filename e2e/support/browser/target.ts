import type { CDPSession } from '@playwright/test';
import { observedIn, type EventParams, type Note } from './observed';
import { pause, until } from './until';

/** A page or worker that Playwright does not attach to, controlled by the browser's DevTools session. */
export class Target {
  private next = 0;
  private readonly pending = new Map<number, { ok: (value: unknown) => void; no: (error: Error) => void }>();

  private constructor(
    private readonly cdp: CDPSession,
    private readonly sessionId: string,
    readonly targetId: string,
    private readonly note: Note,
  ) {
    cdp.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId === this.sessionId) this.receive(event.message);
    });
    cdp.on('Target.detachedFromTarget', (event) => {
      if (event.sessionId === this.sessionId) this.rejectPending();
    });
  }

  /** Attaches to the extension page whose address contains `part`, once it is loaded. */
  static async attach(cdp: CDPSession, part: string, note: Note): Promise<Target> {
    const info = await until(`a page at ${part}`, async () => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      return targetInfos.find((each) => each.type === 'page' && each.url.includes(part) && !each.attached);
    });
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: info.targetId, flatten: false });
    const target = await Target.observe(cdp, sessionId, info.targetId, note);
    await target.send('Accessibility.enable');
    await until(`${part} to be loaded`, async () => (await target.evaluate('document.readyState')) === 'complete');
    return target;
  }

  /** Notes errors and requests of a target that the session is attached to; errors also from before. */
  static async observe(cdp: CDPSession, sessionId: string, targetId: string, note: Note): Promise<Target> {
    const target = new Target(cdp, sessionId, targetId, note);
    await Promise.all(['Runtime', 'Log', 'Network'].map((domain) => target.send(`${domain}.enable`)));
    return target;
  }

  /** Resolves when its events so far have arrived, or it is closed. */
  async settled(): Promise<void> {
    await whileListed(this.cdp, this.targetId, this.evaluate('0').catch(ignoreClosed));
  }

  async detach(): Promise<void> {
    await this.cdp.send('Target.detachFromTarget', { sessionId: this.sessionId }).catch(ignoreClosed);
  }

  private receive(text: string): void {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- DevTools' own protocol
    const message = JSON.parse(text) as {
      id?: number;
      result?: unknown;
      error?: { message: string };
      method?: string;
      params?: EventParams;
    };
    if (message.method !== undefined) this.note(observedIn(message.method, message.params ?? {}));
    const waiter = message.id === undefined ? undefined : this.pending.get(message.id);
    if (message.id === undefined || waiter === undefined) return;
    this.pending.delete(message.id);
    if (message.error === undefined) waiter.ok(message.result);
    else waiter.no(new Error(message.error.message));
  }

  /** Rejects all pending commands: a closed page never answers. */
  private rejectPending(): void {
    for (const { no } of this.pending.values()) no(new Error('Target closed'));
    this.pending.clear();
  }

  /** Sends a DevTools command to this page. */
  send<T = unknown>(method: string, params: object = {}): Promise<T> {
    const id = ++this.next;
    return new Promise<T>((resolve, reject) => {
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- DevTools' own protocol
      this.pending.set(id, { ok: (value) => resolve(value as T), no: reject });
      const message = JSON.stringify({ id, method, params });
      this.cdp.send('Target.sendMessageToTarget', { sessionId: this.sessionId, message }).catch(reject);
    });
  }

  async evaluate<T>(expression: string): Promise<T> {
    const answer = await this.send<{
      result: { value: T };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const { exceptionDetails: thrown } = answer;
    if (thrown !== undefined) throw new Error(thrown.exception?.description ?? thrown.text);
    return answer.result.value;
  }
}

/** Ignores the error of a command that closed the page, or navigated away, before its answer. */
export function ignoreClosed(error: unknown): undefined {
  if (!/No (?:session|target) with given id|Target closed|has been closed/u.test(String(error))) throw error;
}

/**
 * Waits for an answer of this target, or of its attachment; undefined once the browser does not list the target any more. A
 * worker that ends while the session attaches to it never answers, and its end is not always announced.
 */
export async function whileListed<T>(cdp: CDPSession, targetId: string, answer: Promise<T>): Promise<T | undefined> {
  const answered = answer.then((value) => ({ value }));
  for (;;) {
    const result = await Promise.race([answered, pause()]);
    if (result !== undefined) return result.value;
    const { targetInfos } = await cdp.send('Target.getTargets');
    if (targetInfos.every((info) => info.targetId !== targetId)) return undefined;
  }
}
