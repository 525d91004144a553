import type { CDPSession } from '@playwright/test';
import { accessibleNodes, isEnabled, type Role } from './accessible-nodes';
import { axeLines, axeSource, transitionsFinished } from './axe';
import type { Note } from './observed';
import { pressKey, type Key, type Modifiers } from './keyboard';
import { aimAt, clickOnce, type Clicks } from './mouse';
import { Target } from './target';
import { until } from './until';

/**
 * Controls the popup or the side panel through its accessibility tree, real mouse clicks and real key presses.
 */
export class ExtensionPage {
  private constructor(private readonly target: Target) {}

  /** Attaches to the extension page whose address contains `part`, once it is loaded. */
  static async attach(cdp: CDPSession, part: string, note: Note): Promise<ExtensionPage> {
    return new ExtensionPage(await Target.attach(cdp, part, note));
  }

  /** Resolves when everything that happened so far is observed. */
  settled(): Promise<void> {
    return this.target.settled();
  }

  get targetId(): string {
    return this.target.targetId;
  }

  /** Sends a DevTools command to this page. */
  send<T = unknown>(method: string, params: object = {}): Promise<T> {
    return this.target.send<T>(method, params);
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.target.evaluate<T>(expression);
  }

  /** The visible text. */
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

  /** Accessible names of all elements with this role. */
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

  /** Clicks the element with the mouse, once it is enabled and no longer moves. */
  async click(role: Role, name: RegExp): Promise<void> {
    await until(
      `${role} ${String(name)} to be clicked`,
      () => clickOnce(this.target, role, name),
      () => this.text(),
    );
  }

  /** Aims at the element, once it is enabled and no longer moves. */
  aimAt(role: Role, name: RegExp): Promise<Clicks> {
    return until(
      `${role} ${String(name)} to be aimed at`,
      () => aimAt(this.target, role, name),
      () => this.text(),
    );
  }

  /** Waits until an element is enabled. */
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

  /** Presses a key where the focus is. */
  press(key: Key, modifiers: Modifiers = {}): Promise<void> {
    return pressKey(this.target, key, modifiers);
  }

  /** Name of the focused element. */
  focused(): Promise<string> {
    return this.evaluate(
      '(document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "").trim()',
    );
  }

  /** Presses Tab until an element with this name has the focus. Fails after 40 presses. */
  async tabTo(name: RegExp): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      if (name.test(await this.focused())) return;
      await this.press('Tab');
    }
    throw new Error(`Tab never reached ${String(name)}; the focus is on "${await this.focused()}"`);
  }

  /** Sets the theme, without colour transitions. */
  async theme(scheme: 'light' | 'dark'): Promise<void> {
    const features = [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ];
    await this.send('Emulation.setEmulatedMedia', { features });
    await this.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))');
    await this.evaluate(`${transitionsFinished}.then(() => 0)`);
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  /** Violations that axe finds, as readable lines. */
  async axe(): Promise<readonly string[]> {
    await this.evaluate(`${axeSource}; undefined`);
    return this.evaluate<readonly string[]>(axeLines);
  }
}
