import { expect, it } from 'vitest';
import { followItem } from './use-setting';

/** A stored item whose first read ends when the test says so, and everything that its follower saw. */
function followed() {
  const seen: string[] = [];
  let [end, fail] = [(_value: string): void => undefined, (_thrown: Error): void => undefined];
  const reading = new Promise<string>((resolve, reject) => {
    [end, fail] = [resolve, reject];
  });
  let change = (_value: string): void => undefined;
  const stop = followItem(
    {
      fallback: 'fallback',
      getValue: () => reading,
      setValue: () => Promise.resolve(),
      watch: (callback) => {
        change = callback;
        return () => {
          change = () => undefined;
        };
      },
    },
    (value) => seen.push(value),
  );
  return {
    seen,
    stop,
    change: (value: string) => {
      change(value);
    },
    read: async (value: string) => {
      end(value);
      await reading;
    },
    failToRead: async () => {
      fail(new Error('disk'));
      await Promise.allSettled([reading]);
    },
  };
}

it('shows the stored value, then every later one', async () => {
  const item = followed();
  await item.read('stored');
  item.change('later');
  expect(item.seen).toEqual(['stored', 'later']);
});

it('keeps a newer value when the first read ends after it', async () => {
  const item = followed();
  item.change('newer');
  await item.read('stored');
  expect(item.seen).toEqual(['newer']);
});

it('shows the fallback when the storage cannot be read', async () => {
  const item = followed();
  await item.failToRead();
  expect(item.seen).toEqual(['fallback']);
});

it('shows nothing once it was stopped', async () => {
  const item = followed();
  item.stop();
  item.change('later');
  await item.read('stored');
  expect(item.seen).toEqual([]);
});
