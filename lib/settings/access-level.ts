import { err, ok, type Result } from '@/lib/domain/result';

interface Area {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Closes the storage areas to content scripts. Chrome forgets the level when it crashes (security.md M5), so the worker
 * calls this at every start and stores no key before it succeeded.
 */
export async function closeStorageToPages(areas: readonly Area[]): Promise<Result<null>> {
  try {
    await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
    return ok(null);
  } catch {
    return err({ code: 'storage-unavailable', trouble: 'blocked' });
  }
}
