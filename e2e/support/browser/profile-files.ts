import { Buffer } from 'node:buffer';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A value that must not be readable on the disk. */
export interface Canary {
  readonly name: string;
  readonly text: string;
}

/** Folders below `Default` with data that extensions and their pages store. */
const EXTENSION_FOLDERS = [
  'Local Extension Settings',
  'Sync Extension Settings',
  'Managed Extension Settings',
  'Extension State',
  'Extension Rules',
  'Extension Scripts',
  'IndexedDB',
  'Local Storage',
  'Session Storage',
  'Service Worker',
  'WebStorage',
  'File System',
  'shared_proto_db',
] as const;

/** Everything that the browser wrote, its history and caches too. */
export const WHOLE_PROFILE = ['..'] as const;

/** The whole key, and parts that are unique to it. */
export function keyCanaries(key: string): readonly Canary[] {
  const [, payload = '', signature = ''] = key.split('.');
  return [
    { name: 'key', text: key },
    { name: 'key’s payload', text: payload.slice(-24) },
    { name: 'key’s signature', text: signature.slice(0, 24) },
    { name: 'key’s end', text: signature.slice(-16) },
  ];
}

/**
 * Finds canaries, in UTF-8 or UTF-16LE, in the files of a profile whose browser is closed: by default those of extensions.
 * Lines have the form `name: encoding in file`.
 */
export async function filesWith(
  profile: string,
  extensionId: string,
  canaries: readonly Canary[],
  folders: readonly string[] = EXTENSION_FOLDERS,
): Promise<readonly string[]> {
  const base = path.join(profile, 'Default');
  const found: string[] = [];
  for (const folder of folders) {
    const files = await readdir(path.join(base, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const file of files.filter((each) => each.isFile())) {
      const where = path.join(file.parentPath, file.name);
      const bytes = await readFile(where);
      for (const { name, text } of canaries) {
        for (const encoding of ['utf8', 'utf16le'] as const) {
          const place = path.relative(base, where).replace(extensionId, '<id>');
          if (bytes.includes(Buffer.from(text, encoding))) found.push(`${name}: ${encoding} in ${place}`);
        }
      }
    }
  }
  return found;
}
