import { expect, test } from 'vitest';
import { requestUpdate } from './update';

test.each(['update_available', 'no_update', 'throttled'])(
  'an update is under way only if the browser says: %s',
  async (status) => {
    const requestUpdateCheck = () => Promise.resolve({ status });
    expect(await requestUpdate({ requestUpdateCheck })).toBe(status === 'update_available');
  },
);

test('none is under way in a browser that cannot be asked, or that fails', async () => {
  expect(await requestUpdate({})).toBe(false);
  expect(await requestUpdate({ requestUpdateCheck: () => Promise.reject(new Error('not allowed')) })).toBe(false);
});
