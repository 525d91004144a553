import { readdir, readFile } from 'node:fs/promises';

/** The main process of the browser on this profile, found by its command line. Linux only. */
export async function processOf(profile: string): Promise<number> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    const words = line.split('\0');
    if (words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith('--type=')))
      return Number(name);
  }
  throw new Error('the browser has no process');
}
