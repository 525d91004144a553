import { vi } from 'vitest';

interface SavedFile {
  readonly name: string;
  readonly text: () => Promise<string>;
}

/** The files that the page saves from now on; jsdom has no downloads. */
export function downloads(): readonly SavedFile[] {
  const saved: SavedFile[] = [];
  const blobs = new Map<string, Blob>();
  Object.assign(URL, {
    createObjectURL: (blob: Blob): string => {
      const url = `blob:${String(blobs.size)}`;
      blobs.set(url, blob);
      return url;
    },
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob !== undefined) saved.push({ name: this.download, text: () => blob.text() });
  });
  return saved;
}
