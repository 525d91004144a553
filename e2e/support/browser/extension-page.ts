import type { CDPSession } from '@playwright/test';
import { accessibleNodes, isEnabled, type Role } from './accessible-nodes';
import { axeLines, axeSource, coloursAtRest } from './axe';
import { pressKey, type Key, type Modifiers } from './keyboard';
import { clickOnce } from './mouse';
import { Target } from './target';
import { until } from './until';

/**
 * The real popup or the real side panel, as its user has it: what a screen reader sees, real mouse clicks and real key
 * presses.
 */
export class ExtensionPage {
  private constructor(private readonly target: Target) {}

  /** The page of the extension whose address contains `part`, once it is there and loaded. */
  static async attach(cdp: CDPSession, part: string): Promise<ExtensionPage> {
    return new ExtensionPage(await Target.attach(cdp, part));
  }

  /** Uncaught errors, console errors and policy violations of this extensionPage. */
  get problems(): readonly string[] {
    return this.target.problems;
  }

  get targetId(): string {
    return this.target.targetId;
  }

  /** One DevTools command to this extensionPage. */
  send<T = unknown>(method: string, params: object = {}): Promise<T> {
    return this.target.send<T>(method, params);
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.target.evaluate<T>(expression);
  }

  /** Everything that is on the extensionPage to read. */
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

  /** Names of everything with this role, as a screen reader would say them. */
  async names(role: Role): Promise<readonly string[]> {
    return (await accessibleNodes(this.target, role, /(?:)/u)).map((node) => node.name?.value ?? '');
  }

  private async find(role: Role, name: RegExp): Promise<number> {
    return until(
      `${role} ${String(name)}`,
      async () =>
        (await accessibleNodes(this.target, role, name)).find((node) => node.backendDOMNodeId !== undefined)
          ?.backendDOMNodeId,
      () => this.text(),
    );
  }

  async has(role: Role, name: RegExp): Promise<void> {
    await this.find(role, name);
  }

  /** A real mouse click on the element, once it is enabled and has come to rest. */
  async click(role: Role, name: RegExp): Promise<void> {
    await until(
      `${role} ${String(name)} to be clicked`,
      () => clickOnce(this.target, role, name),
      () => this.text(),
    );
  }

  /** Waits until an element may be used. */
  async ready(role: Role, name: RegExp): Promise<number | undefined> {
    const node = await until(
      `${role} ${String(name)} to be enabled`,
      async () => (await accessibleNodes(this.target, role, name)).find(isEnabled),
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
  press(key: Key, modifiers: Modifiers = {}): Promise<void> {
    return pressKey(this.target, key, modifiers);
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
    await this.evaluate(`${coloursAtRest}.then(() => 0)`);
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
