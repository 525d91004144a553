import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ExtensionPage } from '../support/browser/extension-page';
import type { World } from '../support/browser/world';

/** Opens screens in each state and takes pictures of them. */
export type Scene = (world: World) => Promise<void>;

let folder = '';
let count = 0;

/** Empties the folder and saves all pictures there. */
export function saveIn(emptied: string): void {
  folder = emptied;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

export function pictureCount(): number {
  return count;
}

function save(name: string, scheme: string, picture: Buffer): void {
  const file = path.join(folder, `${name}.${scheme}.png`);
  writeFileSync(file, picture);
  count += 1;
  process.stdout.write(`${file}\n`);
}

/** Takes two pictures of a screen as it is now: light and dark. */
export async function shoot(name: string, screen: ExtensionPage | Page): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    if (screen instanceof ExtensionPage) await screen.theme(scheme);
    else await screen.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    save(
      name,
      scheme,
      screen instanceof ExtensionPage
        ? await screen.screenshot()
        : await screen.screenshot({ fullPage: true, animations: 'disabled' }),
    );
  }
}
