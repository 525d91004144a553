import { maraAccount as account } from '@/lib/domain/testing/account';
import { expect, test } from 'vitest';
import type { Session } from '@/lib/domain/account';
import { showSessionOnIcon } from './icon';

test.each<[Session, string, string]>([
  [{ state: 'disconnected' }, '/icon/grey-16.png', ''],
  [{ state: 'connected', account }, '/icon/16.png', ''],
  [{ state: 'rejected', account }, '/icon/16.png', '!'],
])('the icon shows the session', async (session, path16, badge) => {
  const shown: unknown[] = [];
  await showSessionOnIcon(
    {
      setIcon: ({ path }) => Promise.resolve(void shown.push(path['16'])),
      setBadgeText: ({ text }) => Promise.resolve(void shown.push(text)),
    },
    session,
  );
  expect(shown).toEqual([path16, badge]);
});
