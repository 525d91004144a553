import { expect, test, vi } from 'vitest';
import { closeStorageToPages } from './access-level';

const closable = () => ({ setAccessLevel: vi.fn(() => Promise.resolve()) });

test('closes all three areas to content scripts', async () => {
  const areas = { local: closable(), sync: closable(), session: closable() };
  expect(await closeStorageToPages(areas)).toEqual({ ok: true, value: null });
  for (const { setAccessLevel } of Object.values(areas)) {
    expect(setAccessLevel).toHaveBeenCalledExactlyOnceWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
});

test('reports an area that stays open', async () => {
  const open = { setAccessLevel: () => Promise.reject(new Error('Cannot set access level')) };
  expect(await closeStorageToPages({ local: open, sync: closable(), session: closable() })).toEqual({
    ok: false,
    error: { code: 'storage-unavailable', trouble: 'blocked' },
  });
});

test('a browser whose content scripts never had access has nothing to close', async () => {
  expect(await closeStorageToPages({ local: {}, sync: {}, session: {} })).toEqual({ ok: true, value: null });
});
