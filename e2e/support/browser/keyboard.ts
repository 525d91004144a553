import { ignoreClosed, type Target } from './target';

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

export type Key = keyof typeof KEYS;

export interface Modifiers {
  readonly shift?: boolean;
  readonly ctrl?: boolean;
}

/** Presses a key where the focus is. The key may close the page before the command is answered. */
export async function pressKey(target: Target, key: Key, modifiers: Modifiers): Promise<void> {
  const { code, windowsVirtualKeyCode, text } = KEYS[key];
  const held = (modifiers.shift === true ? 8 : 0) + (modifiers.ctrl === true ? 2 : 0);
  const event = { key, code, windowsVirtualKeyCode, modifiers: held };
  const down = { type: text === '' ? 'rawKeyDown' : 'keyDown', ...event, text };
  await target.send('Input.dispatchKeyEvent', down).catch(ignoreClosed);
  await target.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }).catch(ignoreClosed);
}
