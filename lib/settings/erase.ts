import { browser } from 'wxt/browser';
import { registeredItems, type ErasedAt, type StorageApi } from './declare';
import './first-paint';
import './items';
import './toggles';
import './worker-items';

/** What erases stored items. */
export type ErasingEvent = Exclude<ErasedAt, 'never'>;

/**
 * Erases every stored value, declared or not, except the registered items that outlive this event. Clears the areas instead
 * of removing keys: removed values stay readable in the store's log on disk, cleared ones don't
 * (docs/browser-facts.md#erasing-storage). The surviving items are held in memory and written back after clearing: a crash
 * in between resets them, and never leaves anything of the account.
 *
 * @throws when an area cannot be cleared
 */
export async function eraseStorage(event: ErasingEvent, api: StorageApi = browser.storage): Promise<void> {
  await Promise.all([eraseArea('local', event, api), eraseArea('session', event, api)]);
}

async function eraseArea(area: 'local' | 'session', event: ErasingEvent, api: StorageApi): Promise<void> {
  const survivors: Record<string, unknown> = {};
  for (const { area: home, name, erasedAt, upgrade } of registeredItems()) {
    const isSurviving = erasedAt === 'never' || (erasedAt === 'sign-out' && event === 'account-switch');
    if (home !== area || !isSurviving) continue;
    // A storage that cannot be read must still be cleared.
    const stored = await api[area].get(name).catch((): Readonly<Record<string, unknown>> => ({}));
    const upgraded = upgrade(stored[name]);
    if (upgraded !== null) survivors[name] = upgraded.document;
  }
  await api[area].clear();
  // Everything is erased by now; a device setting that cannot be written back falls back to its default.
  if (Object.keys(survivors).length > 0) await api[area].set(survivors).catch(() => undefined);
}
