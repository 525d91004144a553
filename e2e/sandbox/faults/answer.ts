import { Buffer } from 'node:buffer';
import { isRecord } from '../wire/values';
import type { FaultBody, FaultEffect } from './rule';
import { broken, dripped, hugeJson } from './streams';

const JSON_TYPE = 'application/json';

/** Whether the sandbox must process the request before this effect. */
export function performs(effect: FaultEffect): boolean {
  if (effect.performed !== undefined) return effect.performed;
  if (effect.connection !== undefined) return effect.connection.endsWith('-after');
  return effect.status === undefined && (effect.body === undefined || needsReal(effect.body));
}

const NEED_REAL: ReadonlySet<FaultBody['kind']> = new Set(['truncated', 'cut', 'malformed', 'encoded', 'merged']);

function needsReal(body: FaultBody): boolean {
  return NEED_REAL.has(body.kind);
}

/** Whether the client gets another answer than the real one. */
export function alters(effect: FaultEffect): boolean {
  const { status, headers, body, connection, drip, list } = effect;
  return [status, headers, body, connection, drip, list].some((part) => part !== undefined);
}

/** The answer with the effect applied. `real` is null when the request was not processed. */
export async function alteredAnswer(effect: FaultEffect, real: Response | null): Promise<Response> {
  const status = effect.status ?? real?.status ?? 200;
  const text = real === null ? '' : await real.text();
  const headers = new Headers(real?.headers);
  headers.delete('content-length');
  const body = bodyOf(effect, text, headers);
  for (const [name, value] of Object.entries(effect.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const bodiless = status === 204 || status === 304;
  return new Response(bodiless ? null : slowed(effect, body), { status, headers });
}

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;

function bodyOf(effect: FaultEffect, real: string, headers: Headers): Body {
  if (effect.body === undefined) return effect.list === undefined ? real : falsifiedList(effect.list, real);
  const { body } = effect;
  const typed = (type: string, content: Body): Body => {
    headers.set('content-type', type);
    return content;
  };
  switch (body.kind) {
    case 'json':
      return typed(JSON_TYPE, JSON.stringify(body.value));
    case 'html':
      return typed('text/html; charset=utf-8', body.text);
    case 'text':
      return typed(body.type ?? JSON_TYPE, body.text);
    case 'bytes':
      return typed(body.type ?? JSON_TYPE, Uint8Array.from(Buffer.from(body.base64, 'base64')));
    case 'empty':
      return null;
    case 'truncated':
      return real.slice(0, Math.floor(real.length / 2));
    case 'malformed':
      return `${real}<!-- and something else`;
    case 'encoded':
      return Buffer.from(`\ufeff${real}`, body.as === 'utf-16' ? 'utf16le' : 'utf8');
    case 'merged':
      return merged(real, body.value);
    case 'cut':
      headers.set('content-length', String(Buffer.byteLength(real)));
      return broken(real.slice(0, Math.floor(real.length / 2)));
    case 'huge':
      return typed(JSON_TYPE, hugeJson(body.bytes));
    case 'deep':
      return typed(JSON_TYPE, '['.repeat(body.depth) + ']'.repeat(body.depth));
  }
}

function merged(real: string, value: Readonly<Record<string, unknown>>): string {
  const answer: unknown = JSON.parse(real);
  // Unlike a spread, this also sets `__proto__` as a property.
  return JSON.stringify(
    Object.fromEntries([...Object.entries(isRecord(answer) ? answer : {}), ...Object.entries(value)]),
  );
}

function slowed(effect: FaultEffect, body: Body): Body {
  const { drip } = effect;
  if (drip === undefined || drip.part !== 'body' || body instanceof ReadableStream) return body;
  return dripped(typeof body === 'string' ? Buffer.from(body) : (body ?? new Uint8Array()), drip);
}

function falsifiedList(changes: NonNullable<FaultEffect['list']>, real: string): string {
  if (real === '') return real;
  const page: unknown = JSON.parse(real);
  if (!isRecord(page) || !Array.isArray(page['data'])) return real;
  const rows: readonly unknown[] = page['data'];
  const first = rows.slice(0, 1);
  const data = changes.dropFirst === true ? rows.slice(1) : changes.repeatFirst === true ? [...first, ...rows] : rows;
  const { has_more: hasMore, ...rest } = page;
  const shownHasMore = changes.hasMore === undefined ? hasMore : (changes.hasMore ?? undefined);
  return JSON.stringify({
    ...rest,
    data,
    ...(changes.total === undefined ? {} : { total: changes.total }),
    ...(shownHasMore === undefined ? {} : { has_more: shownHasMore }),
  });
}
