import { expect, test } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import type { Body } from './read-body';
import { classifyStatus, type StatusMeaning } from './classify';

const refusal = { kind: 'json', value: { error: { message: 'No.' } } } as const;

test.each([200, 201, 204, 299])('a %i is no failure', (status) => {
  expect(classifyStatus(status, refusal, 0)).toBeNull();
});

const refused = (status: number): AppError => ({ code: 'refused', status, problems: [{ field: '', message: 'No.' }] });
const trouble = (status: number): AppError => ({ code: 'server-trouble', status });

test.each<[number, StatusMeaning['fate'], boolean, AppError]>([
  [400, 'not-done', false, refused(400)],
  [401, 'not-done', false, { code: 'key-rejected' }],
  [402, 'not-done', false, { code: 'payment-required' }],
  [403, 'not-done', false, { code: 'forbidden', by: 'api' }],
  [404, 'not-done', false, { code: 'not-found', what: 'record' }],
  [405, 'not-done', false, { code: 'not-found', what: 'record' }],
  [411, 'not-done', false, refused(411)],
  [413, 'not-done', false, refused(413)],
  [415, 'not-done', false, refused(415)],
  [422, 'not-done', false, refused(422)],
  [429, 'not-done', true, { code: 'rate-limited', retryAfterMs: 1_001 }],
  [199, 'unknown', false, trouble(199)],
  [300, 'unknown', false, trouble(300)],
  [409, 'unknown', false, refused(409)],
  [407, 'unknown', false, { code: 'forbidden', by: 'gateway' }],
  [511, 'unknown', false, { code: 'forbidden', by: 'gateway' }],
  [499, 'unknown', false, trouble(499)],
  [408, 'unknown', true, trouble(408)],
  [425, 'unknown', true, trouble(425)],
  [500, 'unknown', true, trouble(500)],
  [503, 'unknown', true, trouble(503)],
])('a write that is answered with %i is %s; repeating may help: %s', (status, fate, transient, error) => {
  expect(classifyStatus(status, refusal, 1_000.5)).toEqual({ error, fate, transient });
});

test.each([400, 401, 402, 403, 404, 405, 422])('a %i in HTML comes from something in between', (status) => {
  const meaning = classifyStatus(status, { kind: 'html', text: '<p>No' }, 0);
  expect(meaning).toEqual({ error: { code: 'forbidden', by: 'gateway' }, fate: 'not-done', transient: false });
});

test.each<[string, Body, AppError['code']]>([
  ['in the envelope', refusal, 'key-rejected'],
  ['as a message', { kind: 'json', value: { message: 'Unauthenticated.' } }, 'key-rejected'],
  ['without a word', { kind: 'json', value: {} }, 'forbidden'],
  ['in another form', { kind: 'json', value: [] }, 'forbidden'],
  ['without a body', { kind: 'empty' }, 'forbidden'],
  ['as plain text', { kind: 'unreadable' }, 'forbidden'],
])('a 401 %s is believed only if GetSales says it', (_form, body, code) => {
  expect(classifyStatus(401, body, 0)?.error.code).toBe(code);
});

const PROXY = { code: 'forbidden', by: 'gateway' } as const;

test.each<[number, string, Body, AppError]>([
  [400, 'as plain text', { kind: 'unreadable' }, PROXY],
  [422, 'in a form of its own', { kind: 'json', value: { detail: 'Blocked' } }, PROXY],
  [403, 'as plain text', { kind: 'unreadable' }, PROXY],
  [403, 'in a form of its own', { kind: 'json', value: { detail: 'Blocked' } }, PROXY],
  [404, 'as plain text', { kind: 'unreadable' }, PROXY],
  [405, 'as plain text', { kind: 'unreadable' }, PROXY],
  [400, 'without a body', { kind: 'empty' }, { code: 'refused', status: 400, problems: [] }],
  [404, 'in a form of its own', { kind: 'json', value: { detail: 'Blocked' } }, PROXY],
  [403, 'without a word', { kind: 'json', value: {} }, { code: 'forbidden', by: 'api' }],
])('a %i %s', (status, _form, body, error) => {
  expect(classifyStatus(status, body, 0)).toEqual({ error, fate: 'not-done', transient: false });
});
