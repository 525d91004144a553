import { expect, test } from 'vitest';
import { createKeepAwake } from './keep-awake';

/** A clock whose twenty seconds pass when the test says so. */
function steps() {
  const waiting: (() => void)[] = [];
  const sleep = (_ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
  const pass = async () => {
    for (const resolve of waiting.splice(0)) resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { sleep, pass };
}

test('the browser is spoken to until the act has ended, and not once longer', async () => {
  const { sleep, pass } = steps();
  let beats = 0;
  let end = (_value: string): void => undefined;
  const keepAwake = createKeepAwake({ beat: () => Promise.resolve((beats += 1)), sleep });
  const act = keepAwake(() => new Promise<string>((resolve) => (end = resolve)));
  expect(beats).toBe(0);
  await pass();
  await pass();
  expect(beats).toBe(2);
  end('done');
  expect(await act).toBe('done');
  await pass();
  expect(beats).toBe(2);
});

test('a browser that does not answer, and an act that fails, end like any other', async () => {
  const { sleep, pass } = steps();
  let beats = 0;
  const beat = () => {
    beats += 1;
    return Promise.reject(new Error('no'));
  };
  const failing = createKeepAwake({ beat, sleep })(() => pass().then(() => Promise.reject(new Error('act'))));
  await expect(failing).rejects.toThrow('act');
  await pass();
  expect(beats).toBe(1);
});
