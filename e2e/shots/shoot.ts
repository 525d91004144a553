import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ExtensionPage } from '../support/extension-page';
import type { World } from '../support/world';

export const FOLDER = path.resolve(import.meta.dirname, '../../artifacts/shots');

/** Brings one screen after the other into its states and takes their pictures. */
export type Scene = (world: World) => Promise<void>;

function keep(name: string, scheme: string, picture: Buffer): void {
  writeFileSync(path.join(FOLDER, `${name}.${scheme}.png`), picture);
  process.stdout.write(`artifacts/shots/${name}.${scheme}.png\n`);
}

/** A screen as it is, light and dark. */
export async function shoot(name: string, screen: ExtensionPage | Page): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    if (screen instanceof ExtensionPage) await screen.theme(scheme);
    else await screen.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    keep(
      name,
      scheme,
      screen instanceof ExtensionPage
        ? await screen.screenshot()
        : await screen.screenshot({ fullPage: true, animations: 'disabled' }),
    );
  }
}
