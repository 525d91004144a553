import { describe, expect, it } from 'vitest';
import { readToolbar, watchToolbar } from './toolbar';

const browserWith = (isOnToolbar: boolean | undefined, shortcut: string) => ({
  action: { getUserSettings: () => Promise.resolve(isOnToolbar === undefined ? {} : { isOnToolbar }) },
  commands: {
    getAll: () =>
      Promise.resolve([
        { name: 'other', shortcut: 'Ctrl+1' },
        { name: '_execute_action', shortcut },
      ]),
  },
});

describe('the way to the popup', () => {
  it('is the pinned icon and the keys of the popup, not of another command', async () => {
    expect(await readToolbar(browserWith(true, 'Alt+Shift+S'))).toEqual({ pinned: true, shortcut: 'Alt+Shift+S' });
  });

  it('has no keys when the user took them away', async () => {
    expect(await readToolbar(browserWith(false, ''))).toEqual({ pinned: false, shortcut: null });
  });

  it('is not known where the browser does not say', async () => {
    expect(await readToolbar(browserWith(undefined, 'Alt+Shift+S'))).toMatchObject({ pinned: null });
  });

  it('is not known, and no failure, where the browser refuses', async () => {
    const refusing = {
      action: { getUserSettings: () => Promise.reject(new Error('no')) },
      commands: { getAll: () => Promise.reject(new Error('no')) },
    };
    expect(await readToolbar(refusing)).toEqual({ pinned: null, shortcut: null });
  });

  it('is not known where there is no icon to ask about', async () => {
    const { commands } = browserWith(true, 'Alt+Shift+S');
    expect(await readToolbar({ commands })).toEqual({ pinned: null, shortcut: 'Alt+Shift+S' });
  });

  it('is followed until the page stops', () => {
    const listeners = new Set<() => void>();
    const action = {
      getUserSettings: () => Promise.resolve({}),
      onUserSettingsChanged: {
        addListener: (listener: () => void) => void listeners.add(listener),
        removeListener: (listener: () => void) => void listeners.delete(listener),
      },
    };
    let changes = 0;
    const stop = watchToolbar(() => void (changes += 1), { action });
    listeners.forEach((listener) => {
      listener();
    });
    stop();
    expect(changes).toBe(1);
    expect(listeners.size).toBe(0);
  });
});
