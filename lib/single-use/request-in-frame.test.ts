import { describe, expect, test } from 'vitest';
import { carry, type Timing } from './request-in-frame';

const frameRequest = { url: 'https://amazing.getsales.io/x', init: { method: 'POST' }, maxBytes: 4 };

function answering(response: Response, timing?: Timing) {
  return carry(frameRequest, { fetch: () => Promise.resolve(response), timingOf: () => timing });
}

describe('a frame with an frameRequest', () => {
  test('asks exactly that, once, and tells the answer byte by byte', async () => {
    const asked: unknown[] = [];
    const report = await carry(frameRequest, {
      fetch: (input, init) => {
        asked.push(input, init);
        return Promise.resolve(new Response(Uint8Array.of(0, 255), { status: 422, headers: { date: 'today' } }));
      },
      timingOf: () => undefined,
    });
    expect(asked).toEqual([frameRequest.url, frameRequest.init]);
    expect(report).toEqual({
      kind: 'answer',
      status: 422,
      headers: [['date', 'today']],
      body: '\u0000\u00FF',
      isShared: false,
    });
  });

  test('reads one byte more than may be, so that too much is seen as too much', async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(3).fill(65)) });
    expect(await answering(new Response(endless))).toMatchObject({ body: 'AAAAA' });
  });

  test('tells an answer that broke off as one, and no answer as none', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('cut')) });
    expect(await answering(new Response(broken, { status: 201 }))).toMatchObject({ status: 201, body: null });
    expect(
      await carry(frameRequest, { fetch: () => Promise.reject(new TypeError('no')), timingOf: () => undefined }),
    ).toEqual({ kind: 'failed' });
    expect(await answering(new Response(null, { status: 204 }))).toMatchObject({ status: 204, body: '' });
  });

  test.each([
    ['took time to connect', { connectStart: 10, connectEnd: 25 }, false],
    ['took none: somebody had connected before', { connectStart: 10, connectEnd: 10 }, true],
    ['is not told', { connectStart: 0, connectEnd: 0 }, false],
    ['was not measured', undefined, false],
  ])('knows whether the connection was its own: it %s', async (_what, timing, isShared) => {
    expect(await answering(new Response('x'), timing)).toMatchObject({ isShared });
  });
});
