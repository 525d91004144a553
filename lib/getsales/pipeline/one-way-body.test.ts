import { describe, expect, test } from 'vitest';
import { canStream, oneWayBody } from './one-way-body';

describe('a body that is read once', () => {
  test('is the text, as UTF-8', async () => {
    const { stream } = oneWayBody('{"text":"Grüße 👋"}');
    expect(await new Response(stream).text()).toBe('{"text":"Grüße 👋"}');
  });

  test('is not read before somebody sends it', async () => {
    const body = oneWayBody('Hi');
    await new Promise(setImmediate);
    expect(body.seal()).toBe(true);
  });

  test('has left once somebody began to read it, whatever comes then', async () => {
    const body = oneWayBody('Hi');
    const reader = body.stream.getReader();
    await reader.read();
    await reader.cancel();
    expect(body.seal()).toBe(false);
    expect(body.seal()).toBe(false);
  });

  test('gives nothing to whoever comes after it was sealed', async () => {
    const body = oneWayBody('Hi');
    expect(body.seal()).toBe(true);
    await expect(new Response(body.stream).text()).rejects.toThrow('sealed');
    expect(body.seal()).toBe(true);
  });
});

describe('a browser that can send streams', () => {
  test('is recognised', () => {
    expect(canStream(Request)).toBe(true);
  });

  test('is not one that takes the stream for text', () => {
    class TakesText extends Request {
      public constructor(input: RequestInfo | URL) {
        super(input, { method: 'POST', body: '[object ReadableStream]' });
      }
    }
    expect(canStream(TakesText)).toBe(false);
  });
});
