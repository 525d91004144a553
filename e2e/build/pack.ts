import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';
import { SHIPPED, shippedFiles } from './shipped';

/** One date for every entry: the same build gives the same bytes, which wxt 0.20's own zip does not. */
const DATE = new Date('2020-01-01T00:00:00Z');

/** The store's zip of the production build, in memory. */
export async function pack(build = SHIPPED): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const file of shippedFiles(build)) {
    const options = { date: DATE, createFolders: false, unixPermissions: 0o644 };
    zip.file(file, readFileSync(path.join(build, file)), options);
  }
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'UNIX',
  });
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

// `npm run pack`: writes it to artifacts/.
if (process.argv[1]?.endsWith('pack.ts') === true) {
  const bytes = await pack();
  const folder = path.resolve(import.meta.dirname, '../../artifacts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'shortlist-for-getsales.zip'), bytes);
  process.stdout.write(`artifacts/shortlist-for-getsales.zip ${bytes.length} bytes sha256 ${sha256(bytes)}\n`);
}
