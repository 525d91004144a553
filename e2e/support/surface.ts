import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession } from '@playwright/test';
import { until } from './until';

interface AxNode {
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly backendDOMNodeId?: number;
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

export type Role =
  'button' | 'combobox' | 'textbox' | 'option' | 'switch' | 'checkbox' | 'link' | 'heading' | 'StaticText' | 'log';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * The real popup or the real side panel. Playwright does not adopt them as pages, so they are driven over the browser's
 * own DevTools session: what a screen reader sees, real mouse clicks and real key presses.
 */
export class Surface {
  private next = 0;
  private readonly waiting = new Map<number, { ok: (value: unknown) => void; no: (error: Error) => void }>();
  /** Uncaught errors, console errors and policy violations of this surface. */
  readonly problems: string[] = [];

  private constructor(
    private readonly cdp: CDPSession,
    private readonly sessionId: string,
    readonly targetId: string,
  ) {
    cdp.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId === this.sessionId) this.receive(event.message);
    });
    cdp.on('Target.detachedFromTarget', (event) => {
      if (event.sessionId === this.sessionId) this.giveUp();
    });
  }

  /** Attaches to the page of the extension whose address contains `part`, once it is there and loaded. */
  static async attach(cdp: CDPSession, part: string): Promise<Surface> {
    const target = await until(`a surface at ${part}`, async () => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      return targetInfos.find((info) => info.type === 'page' && info.url.includes(part) && !info.attached);
    });
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
    const surface = new Surface(cdp, sessionId, target.targetId);
    await surface.send('Runtime.enable');
    await surface.send('Log.enable');
    await surface.send('Accessibility.enable');
    await until(`${part} to be loaded`, async () => (await surface.evaluate('document.readyState')) === 'complete');
    return surface;
  }

  private receive(text: string): void {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- DevTools' own protocol
    const message = JSON.parse(text) as {
      id?: number;
      result?: unknown;
      error?: { message: string };
      method?: string;
      params?: {
        exceptionDetails?: { text: string; exception?: { description?: string } };
        entry?: { level: string; text: string };
      };
    };
    if (message.method === 'Runtime.exceptionThrown') {
      const details = message.params?.exceptionDetails;
      this.problems.push(details?.exception?.description ?? details?.text ?? 'exception');
    }
    const entry = message.method === 'Log.entryAdded' ? message.params?.entry : undefined;
    if (entry?.level === 'error') this.problems.push(entry.text);
    const waiter = message.id === undefined ? undefined : this.waiting.get(message.id);
    if (message.id === undefined || waiter === undefined) return;
    this.waiting.delete(message.id);
    if (message.error === undefined) waiter.ok(message.result);
    else waiter.no(new Error(message.error.message));
  }

  /** A surface that closed answers nothing any more: whoever still waits for it is told. */
  private giveUp(): void {
    for (const { no } of this.waiting.values()) no(new Error('Target closed'));
    this.waiting.clear();
  }

  /** One DevTools command to this surface. */
  send<T = unknown>(method: string, params: object = {}): Promise<T> {
    const id = ++this.next;
    return new Promise<T>((resolve, reject) => {
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- DevTools' own protocol
      this.waiting.set(id, { ok: (value) => resolve(value as T), no: reject });
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

  /** Everything that is on the surface to read. */
  text(): Promise<string> {
    return this.evaluate('document.body.innerText');
  }

  async see(what: RegExp): Promise<void> {
    await until(
      `${String(what)} to be shown`,
      async () => what.test(await this.text()),
      () => this.text(),
    );
  }

  async notSee(what: RegExp): Promise<void> {
    await until(
      `${String(what)} to be gone`,
      async () => !what.test(await this.text()),
      () => this.text(),
    );
  }

  private async nodes(role: Role, name: RegExp): Promise<readonly AxNode[]> {
    const { nodes } = await this.send<{ nodes: readonly AxNode[] }>('Accessibility.getFullAXTree');
    return nodes.filter((node) => !node.ignored && node.role?.value === role && name.test(node.name?.value ?? ''));
  }

  /** Names of everything with this role, as a screen reader would say them. */
  async names(role: Role): Promise<readonly string[]> {
    return (await this.nodes(role, /(?:)/u)).map((node) => node.name?.value ?? '');
  }

  private async find(role: Role, name: RegExp): Promise<number> {
    return until(
      `${role} ${String(name)}`,
      async () => (await this.nodes(role, name)).find((node) => node.backendDOMNodeId !== undefined)?.backendDOMNodeId,
      () => this.text(),
    );
  }

  async has(role: Role, name: RegExp): Promise<void> {
    await this.find(role, name);
  }

  /** A real mouse click in the middle of the element, once it is enabled and has come to rest. */
  async click(role: Role, name: RegExp): Promise<void> {
    const { x, y } = await until(
      `${role} ${String(name)} to be ready for a click`,
      () => this.restingPlace(role, name).catch(() => undefined),
      () => this.text(),
    );
    const at = { x, y, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await this.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await this.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at }).catch(ignoreClosed);
  }

  /** Where an enabled element stands, when it stands there for two looks; rejects when it vanished meanwhile. */
  private async restingPlace(role: Role, name: RegExp): Promise<{ x: number; y: number } | undefined> {
    const node = (await this.nodes(role, name)).find((each) => each.backendDOMNodeId !== undefined && isEnabled(each));
    if (node === undefined) return undefined;
    const backendNodeId = node.backendDOMNodeId;
    await this.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const before = await this.middle(backendNodeId);
    await this.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))');
    const after = await this.middle(backendNodeId);
    return before.x === after.x && before.y === after.y ? after : undefined;
  }

  private async middle(backendNodeId: number | undefined): Promise<{ x: number; y: number }> {
    const { model } = await this.send<{ model: { content: readonly number[] } }>('DOM.getBoxModel', { backendNodeId });
    const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = model.content;
    return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
  }

  /** Waits until an element may be used. */
  async ready(role: Role, name: RegExp): Promise<number | undefined> {
    const node = await until(
      `${role} ${String(name)} to be enabled`,
      async () => (await this.nodes(role, name)).find(isEnabled),
      () => this.text(),
    );
    return node.backendDOMNodeId;
  }

  async focus(role: Role, name: RegExp): Promise<void> {
    await this.send('DOM.focus', { backendNodeId: await this.ready(role, name) });
  }

  /** Types text where the focus is. */
  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text });
  }

  /** A real key press where the focus is. */
  async press(
    key: keyof typeof KEYS,
    modifiers: { readonly shift?: boolean; readonly ctrl?: boolean } = {},
  ): Promise<void> {
    const { code, windowsVirtualKeyCode, text } = KEYS[key];
    const held = (modifiers.shift === true ? 8 : 0) + (modifiers.ctrl === true ? 2 : 0);
    const event = { key, code, windowsVirtualKeyCode, modifiers: held };
    const down = { type: text === '' ? 'rawKeyDown' : 'keyDown', ...event, text };
    // The press may close this very surface, before or after it is answered.
    await this.send('Input.dispatchKeyEvent', down).catch(ignoreClosed);
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }).catch(ignoreClosed);
  }

  /** Name of the element that has the focus. */
  focused(): Promise<string> {
    return this.evaluate(
      '(document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "").trim()',
    );
  }

  /** Presses Tab until the focus is on an element with this name; fails when it never gets there. */
  async tabTo(name: RegExp): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      if (name.test(await this.focused())) return;
      await this.press('Tab');
    }
    throw new Error(`Tab never reached ${String(name)}; the focus is on "${await this.focused()}"`);
  }

  /** The theme, at once: without the moment in which colours change. */
  async theme(scheme: 'light' | 'dark'): Promise<void> {
    const features = [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ];
    await this.send('Emulation.setEmulatedMedia', { features });
    await this.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))');
    await this.evaluate(`${changed}.then(() => 0)`);
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  /** What axe finds wrong, as readable lines; none when all is well. */
  async axe(): Promise<readonly string[]> {
    await this.evaluate(`${axeSource}; undefined`);
    return this.evaluate<readonly string[]>(axeLines);
  }
}

function ignoreClosed(error: unknown): void {
  if (!/No session with given id|Target closed/u.test(String(error))) throw error;
}

function isEnabled({ properties = [] }: AxNode): boolean {
  return properties.every(({ name, value }) => name !== 'disabled' || value.value !== true);
}

/** All colours have arrived where they were going. */
const changed =
  'Promise.allSettled(document.getAnimations().filter((each) => each instanceof CSSTransition).map((each) => each.finished))';

/** Runs axe in a page and makes lines of what it found. */
export const axeLines = `new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  .then(() => ${changed})
  .then(() => axe.run(document)).then(({ violations }) => violations.map((found) =>
  found.id + ': ' + found.nodes.map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join(' | ')))`;
export { axeSource };

const KEYS = {
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9, text: '' },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27, text: '' },
  ArrowDown: { code: 'ArrowDown', windowsVirtualKeyCode: 40, text: '' },
  ArrowUp: { code: 'ArrowUp', windowsVirtualKeyCode: 38, text: '' },
  Home: { code: 'Home', windowsVirtualKeyCode: 36, text: '' },
  a: { code: 'KeyA', windowsVirtualKeyCode: 65, text: '' },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
} as const;
