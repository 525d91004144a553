import { readdir, readFile } from 'node:fs/promises';
import type { BrowserContext } from '@playwright/test';

/** Ends the browser on this profile with SIGKILL: it writes nothing more. */
export async function killBrowser(context: BrowserContext, profile: string): Promise<void> {
  const pid = await processOf(profile);
  const gone = new Promise((resolve) => context.once('close', resolve));
  process.kill(pid, 'SIGKILL');
  await gone;
}

/** The main process of the browser on this profile, found by its command line. Linux only. */
async function processOf(profile: string): Promise<number> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    const words = line.split('\0');
    if (words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith('--type=')))
      return Number(name);
  }
  throw new Error('the browser has no process');
}
