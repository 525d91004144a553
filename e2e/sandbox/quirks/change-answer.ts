import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from '../env';
import type { Quirks } from './positions';

/** How the answer of a write names the record that it wraps. */
const WRAPPERS: Readonly<Record<string, string>> = {
  'POST /leads/api/leads/upsert': 'lead',
  'POST /leads/api/leads': 'lead',
  'POST /flows/api/linkedin-messages': 'message',
  'POST /flows/api/messages': 'message',
};

/** Gives every answer the form that the switches say. */
export function changeAnswerByQuirk(): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    await next();
    const quirks = c.get('quirks');
    const name = WRAPPERS[`${c.req.method} ${c.req.path}`];
    if (c.res.ok && name !== undefined) replace(c, await rewrapped(c.res, name, quirks.writeAnswers));
    if (c.res.status >= 400 && quirks.errors === 'html') replace(c, htmlOf(c.res.status));
    if (quirks.times !== 'iso') replace(c, await withTimes(c.res, quirks.times));
    if (quirks.contentType !== 'json') replace(c, await withoutJsonType(c.res, quirks.contentType));
  };
}

/** Hono merges the headers of the old response into the new one, which would restore removed headers. */
function replace(c: { res: Response | undefined }, answer: Response): void {
  if (c.res === answer) return;
  c.res = undefined;
  c.res = answer;
}

async function rewrapped(answer: Response, name: string, form: Quirks['writeAnswers']): Promise<Response> {
  if (form === 'flat') return answer;
  if (form === 'acknowledged') {
    return name === 'lead' ? new Response(null, { status: 204 }) : Response.json({ success: true });
  }
  const record: unknown = await answer.json();
  const wrap = (row: unknown): unknown => ({ [name]: row });
  const wrapped = Array.isArray(record) ? record.map(wrap) : wrap(record);
  const listed = Array.isArray(record) ? record : [record];
  return Response.json({ wrapped, 'in-data': { data: record }, listed }[form], { status: answer.status });
}

function htmlOf(status: number): Response {
  const text = `<!doctype html><html><head><title>${status}</title></head><body><h1>Error ${status}</h1></body></html>`;
  return new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

async function withTimes(answer: Response, form: Exclude<Quirks['times'], 'iso'>): Promise<Response> {
  if (!isJson(answer)) return answer;
  const rewritten = JSON.stringify(await answer.json(), (_key, value: unknown) => timeAs(form, value));
  return new Response(rewritten, { status: answer.status, headers: answer.headers });
}

function timeAs(form: Exclude<Quirks['times'], 'iso'>, value: unknown): unknown {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return value;
  return form === 'epoch-seconds'
    ? Math.floor(Date.parse(value) / 1_000)
    : `${value.slice(0, 19).replace('T', ' ')} UTC`;
}

async function withoutJsonType(answer: Response, form: Exclude<Quirks['contentType'], 'json'>): Promise<Response> {
  if (!isJson(answer)) return answer;
  const headers = new Headers(answer.headers);
  headers.delete('content-type');
  if (form === 'text') headers.set('content-type', 'text/plain; charset=utf-8');
  // From bytes, because a response from text gets a content type.
  return new Response(await answer.arrayBuffer(), { status: answer.status, headers });
}

function isJson(answer: Response): boolean {
  return answer.headers.get('content-type')?.startsWith('application/json') === true;
}
