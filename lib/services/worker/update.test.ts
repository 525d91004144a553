import { expect, test } from 'vitest';
import { updateWhenIdle } from './update';

/** An update while messages are sent for so many looks. */
async function updated(looks: number) {
  let slept = 0;
  let left = looks;
  let reloads = 0;
  await updateWhenIdle({
    isSending: () => Promise.resolve(left-- > 0),
    sleep: (ms) => {
      slept += ms;
      return Promise.resolve();
    },
    reload: () => (reloads += 1),
  });
  return { slept, reloads };
}

test.each([
  ['starts at once when nothing is being sent', 0, 0],
  ['waits until the message has left', 3, 6_000],
  ['does not wait longer than ten minutes', Infinity, 600_000],
])('an update %s', async (_name, looks, slept) => {
  expect(await updated(looks)).toEqual({ slept, reloads: 1 });
});
