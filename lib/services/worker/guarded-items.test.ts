import { expect, test } from 'vitest';
import { memoryItem } from '@/lib/settings/testing/memory-item';
import { withFallback, writableUntil } from './guarded-items';

test('an item whose storage works is read, written and removed as usual', async () => {
  const stored = memoryItem('fallback');
  const reports: string[] = [];
  const item = withFallback(stored, (event) => reports.push(event));
  await item.setValue('after');
  expect(stored.stored).toBe('after');
  expect(await item.getValue()).toBe('after');
  await item.remove();
  expect(stored.stored).toBe('fallback');
  expect(item.key).toBe(stored.key);
  expect(reports).toEqual([]);
});

test('an item whose storage fails reads as its fallback, and every failure is reported', async () => {
  const stored = memoryItem('fallback');
  const reports: string[] = [];
  const item = withFallback(stored, (event) => reports.push(event));
  await item.setValue('before');
  stored.isBroken = true;
  expect(await item.getValue()).toBe('fallback');
  expect(reports).toEqual(['settings-unread']);
  await item.setValue('after');
  await item.remove();
  expect(reports).toEqual(['settings-unread', 'settings-unwritten', 'settings-unwritten']);
});

test('an item of an account is written until the account’s key is closed, and read afterwards', async () => {
  const stored = memoryItem('before');
  const closed = new AbortController();
  const item = writableUntil(closed.signal, stored);
  await item.setValue('open');
  closed.abort();
  await item.setValue('late');
  expect(stored.stored).toBe('open');
  expect(await item.getValue()).toBe('open');
  expect(item.key).toBe(stored.key);
});
