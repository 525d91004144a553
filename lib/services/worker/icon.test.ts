import { maraAccount as account } from '@/lib/domain/testing/account';
import { expect, test } from 'vitest';
import type { Session } from '@/lib/domain/account';
import { showSessionOnIcon } from './icon';

const GREY = { 16: '/icon/grey-16.png', 32: '/icon/grey-32.png', 48: '/icon/grey-48.png' };
const COLOURED = { 16: '/icon/16.png', 32: '/icon/32.png', 48: '/icon/48.png' };

test.each<[Session, object, string]>([
  [{ state: 'disconnected' }, GREY, ''],
  [{ state: 'connected', account }, COLOURED, ''],
  [{ state: 'rejected', account }, COLOURED, '!'],
])('the icon shows the session', async (session, paths, badge) => {
  const shown: unknown[] = [];
  await showSessionOnIcon(
    {
      setIcon: ({ path }) => Promise.resolve(void shown.push(path)),
      setBadgeText: ({ text }) => Promise.resolve(void shown.push(text)),
    },
    session,
  );
  expect(shown).toEqual([paths, badge]);
});
