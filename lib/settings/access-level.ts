import { err, ok, type Result } from '@/lib/domain/result';

interface Area {
  /** Missing in browsers whose content scripts never had access. */
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

export interface ClosableAreas {
  readonly local: Area;
  readonly sync: Area;
  readonly session: Area;
}

/**
 * Closes the storage areas to content scripts. Chrome does not write the level to disk at once (docs/browser-facts.md#storage-access-level), so the
 * worker calls this at every start.
 *
 * @returns `storage-unavailable` when an area stays open: no key may be stored then
 */
export async function closeStorageToPages({ local, sync, session }: ClosableAreas): Promise<Result<null>> {
  try {
    await Promise.all(
      [local, sync, session].map(async (area) => {
        await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
      }),
    );
    return ok(null);
  } catch {
    return err({ code: 'storage-unavailable', trouble: 'blocked' });
  }
}
