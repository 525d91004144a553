import { describe, expect, test } from 'vitest';
import { makeKey } from '@/e2e/sandbox/access/keys';
import { parseJson } from './parse-json';
import { readBody as readBodyOf } from './read-body';

function answer(body: BodyInit | null, type = 'application/json'): Response {
  return new Response(body, { headers: { 'content-type': type } });
}

function readBody(response: Response) {
  return readBodyOf(response, makeKey());
}

describe('a body', () => {
  test.each([
    ['application/json', '{"a":1}'],
    ['application/json; charset=utf-8', '{"a":1}'],
    ['application/problem+json', '{"a":1}'],
    ['Application/JSON ;charset=UTF-8', ' {"a":1} '],
    ['application/json', '\uFEFF{"a":1}'],
    ['text/plain', '{"a":1}'],
    ['', '{"a":1}'],
    ['application/octet-stream', '{"a":1}'],
  ])('of type %s is JSON: %j', async (type, text) => {
    expect(await readBody(answer(text, type))).toEqual({ kind: 'json', value: { a: 1 } });
  });

  test.each([
    ['text/plain; as=text/html', '<p>Hi</p>'],
    ['application/json', '{"a":1'],
    ['application/json', '{"a":1} and more'],
    ['application/jsonp', 'a({})'],
    ['application/json', '\uFEFF\uFEFF{}'],
  ])('of type %j is unreadable: %j', async (type, text) => {
    expect(await readBody(answer(text, type))).toEqual({ kind: 'unreadable' });
  });

  test('that is too large to be searched for the key is unreadable', async () => {
    const ligatures = '\uFDFA'.repeat(1_600_000);
    expect(await readBody(answer(JSON.stringify({ name: ligatures })))).toEqual({ kind: 'unreadable' });
  });

  test('of HTML is recognised, so that a firewall does not look like GetSales', async () => {
    const page = '<!doctype html><title>Sign in</title>';
    expect(await readBody(answer(page, 'text/html; charset=utf-8'))).toEqual({ kind: 'html', text: page });
  });

  test.each([
    ['application/json', '<!doctype html><p>'],
    ['', ' \n<HTML><p>'],
    ['text/plain', '<!DOCTYPE html>'],
  ])('of type %j is HTML: %j', async (type, text) => {
    expect(await readBody(answer(text, type))).toEqual({ kind: 'html', text });
  });

  test.each([[null], [''], [' \n '], ['\uFEFF']])('of %j is empty', async (body) => {
    expect(await readBody(answer(body))).toEqual({ kind: 'empty' });
  });

  test('must be UTF-8', async () => {
    expect(await readBody(answer(new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])))).toEqual({ kind: 'unreadable' });
    expect(await readBody(answer(new Uint8Array([0x22, 0xc3, 0x28, 0x22])))).toEqual({ kind: 'unreadable' });
  });

  test('is read in all its parts', async () => {
    const parts = ['{"a"', ':[1,', '2]}'].map((part) => new TextEncoder().encode(part));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of parts) controller.enqueue(part);
        controller.close();
      },
    });
    expect(await readBody(answer(body))).toEqual({ kind: 'json', value: { a: [1, 2] } });
  });

  test.each([
    [5_000_000, 'empty'],
    [5_000_001, 'unreadable'],
  ])('of %i blanks is %s', async (bytes, kind) => {
    expect(await readBody(answer(new Uint8Array(bytes).fill(0x20)))).toEqual({ kind });
  });

  test('is read up to five megabytes', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
      },
    });
    expect(await readBody(answer(endless))).toEqual({ kind: 'unreadable' });
    expect(pulled * 1_000_000).toBeLessThanOrEqual(7_000_000);
  });

  test('that breaks off rejects like the network', async () => {
    const cut = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"data":['));
        controller.error(new TypeError('terminated'));
      },
    });
    await expect(readBody(answer(cut))).rejects.toThrow('terminated');
  });
});

describe('JSON', () => {
  test('loses all keys that could reach a prototype', () => {
    const parsed = parseJson(
      '{"__proto__":{"isAdmin":true},"\\u005f_proto__":1,"a":{"constructor":{"prototype":{"isAdmin":true}},"b":1}}',
    );
    expect(parsed).toEqual({ a: { b: 1 } });
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });

  test('may be nested up to 64 levels', () => {
    expect(parseJson('['.repeat(64) + ']'.repeat(64))).toBeDefined();
    expect(parseJson('['.repeat(65) + ']'.repeat(65))).toBeUndefined();
    expect(parseJson('['.repeat(1_000_000))).toBeUndefined();
  });

  test('may have any number of brackets in its texts', () => {
    expect(parseJson(JSON.stringify({ text: '[{"\\'.repeat(100) }))).toEqual({ text: '[{"\\'.repeat(100) });
  });
});
