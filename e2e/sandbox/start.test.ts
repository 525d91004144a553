import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request as httpsRequest, type RequestOptions } from 'node:https';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { generate } from 'selfsigned';
import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { makeKeys } from './access/keys';
import { createSandbox } from './sandbox';
import { sandboxListener, startSandbox } from './start';
import { at, LISTS, uuidOf } from './testing/seeded';
import { request } from './testing/sandbox-client';

const root = path.resolve(import.meta.dirname, '../..');

async function certificate() {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'amazing.getsales.io' }]);
  return { key, cert };
}

/** The status of one GET over TLS, without checking the certificate, or the error code. */
function secureGet(options: RequestOptions): Promise<unknown> {
  return new Promise((resolve) => {
    const sent = httpsRequest({ ...options, host: '127.0.0.1', path: LISTS, rejectUnauthorized: false, agent: false });
    sent.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', (failure) => resolve(Reflect.get(failure, 'code')));
    sent.end();
  });
}

describe('a running sandbox', () => {
  test('serves https with a certificate, and resets the TCP connection under TLS', async () => {
    const running = await startSandbox({ tls: await certificate() });
    const port = Number(new URL(running.url).port);
    const headers = { authorization: `Bearer ${running.key}` };
    expect(running.url).toMatch(/^https:/);
    expect(await secureGet({ port, headers })).toBe(200);
    running.control.fault({ path: LISTS, times: 1, effect: { connection: 'reset-before' } });
    expect(await secureGet({ port, headers })).toBe('ECONNRESET');
    expect(await secureGet({ port, headers })).toBe(200);
    await running.stop();
  });

  test('can be mounted in another https server, including resets', async () => {
    const sandbox = createSandbox();
    const listener = sandboxListener(sandbox);
    const server = createServer(await certificate(), (incoming, outgoing) => {
      if (incoming.headers.host === 'amazing.getsales.io') listener(incoming, outgoing);
      else outgoing.writeHead(421).end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = z.object({ port: z.number() }).parse(server.address());
    const headers = { authorization: `Bearer ${sandbox.key}`, host: 'amazing.getsales.io' };
    expect(await secureGet({ port, headers })).toBe(200);
    expect(await secureGet({ port, headers: { ...headers, host: 'www.linkedin.com' } })).toBe(421);
    sandbox.control.fault({ path: LISTS, times: 1, effect: { connection: 'reset-unread' } });
    expect(await secureGet({ port, headers })).toBe('ECONNRESET');
    server.close();
    server.closeAllConnections();
  });

  test('stops while a request hangs', async () => {
    const running = await startSandbox();
    const handle = running.control.fault({ path: '/**', effect: { connection: 'hang' } });
    const answer = fetch(`${running.url}${LISTS}`).catch(() => 'gone');
    await vi.waitFor(() => expect(handle.hits()).toBe(1));
    await running.stop();
    expect(await answer).toBe('gone');
  });
});

describe('the control port', () => {
  test('offers control to other processes', async () => {
    const running = await startSandbox();
    const control = (method: string, where: string, json?: unknown) =>
      request(fetch, `${running.controlUrl}${where}`, method, json === undefined ? {} : { json });
    const lists = () =>
      request(fetch, `${running.url}${LISTS}`, 'GET', { headers: { authorization: `Bearer ${running.key}` } });

    expect((await control('POST', '/faults', { path: LISTS, times: 1, effect: { status: 503 } })).status).toBe(201);
    expect((await lists()).status).toBe(503);
    const logged = await control('GET', '/requests');
    expect(logged.body).toMatchObject([{ method: 'GET', path: LISTS, bearer: 'expected', status: 503, faulted: true }]);
    expect(logged.body).toMatchObject([{ workspace: 'acme', keyName: 'main' }]);
    for (const key of Object.values(running.keys)) expect(logged.text).not.toContain(key);

    await control('POST', '/lists', { count: 3 });
    expect((await lists()).body).toMatchObject({ total: 15 });
    await control('POST', '/quirks', { pageSize: 'at-most-10' });
    expect((await lists()).body).toMatchObject({ limit: 10 });
    expect((await control('GET', '/quirks')).body).toMatchObject({ pageSize: 'at-most-10', errors: 'json' });
    expect((await control('POST', '/quirks', { pageSize: 'huge' })).status).toBe(400);
    await control('POST', '/key/revoke');
    expect((await lists()).status).toBe(401);
    await control('POST', '/reset');
    expect((await lists()).body).toMatchObject({ total: 12 });
    expect((await control('GET', '/contacts/jonas-berg-x3')).body).toMatchObject({ lead: { name: 'Jonas Berg' } });
    expect((await control('GET', '/violations')).body).toEqual([]);
    expect((await control('POST', '/faults', { path: LISTS, effect: { explode: true } })).status).toBe(400);
    await running.stop();
  });

  test('shows and changes each workspace and key by name', async () => {
    const running = await startSandbox();
    const control = (method: string, where: string, json?: unknown) =>
      request(fetch, `${running.controlUrl}${where}`, method, json === undefined ? {} : { json });
    const statusWith = async (key: string) =>
      (await fetch(`${running.url}${LISTS}`, { headers: { authorization: `Bearer ${key}` } })).status;

    expect((await control('GET', '/keys')).body).toEqual(running.keys);
    const inAcme = await control('GET', '/contacts/jonas-berg-x3');
    const inLabs = await control('GET', '/workspaces/labs/contacts/jonas-berg-x3');
    expect((await control('GET', '/workspaces/acme/contacts/jonas-berg-x3')).text).toBe(inAcme.text);
    expect(uuidOf(at(inLabs.body, 'lead'))).not.toBe(uuidOf(at(inAcme.body, 'lead')));
    expect((await control('GET', '/workspaces/labs/contacts/count')).body).toEqual({ total: 40 });
    expect((await control('GET', '/contacts/count')).body).toEqual({ total: 300 });
    await control('POST', '/workspaces/labs/lists', { count: 2 });
    expect((await control('GET', '/workspaces/labs/lists')).body).toHaveLength(6);
    expect((await control('GET', '/lists')).body).toHaveLength(12);
    expect((await control('GET', '/workspaces/labs/senders')).text).toContain('Noor (Labs)');
    expect((await control('GET', '/workspaces/elsewhere/lists')).status).toBe(404);

    await control('POST', '/keys/other/revoke');
    expect([await statusWith(running.keys.other), await statusWith(running.key)]).toEqual([401, 200]);
    await control('POST', '/keys/other/restore');
    expect(await statusWith(running.keys.other)).toBe(200);
    expect((await control('POST', '/keys/unheard-of/revoke')).status).toBe(400);
    await running.stop();
  });

  test('refuses browsers', async () => {
    const running = await startSandbox();
    const headers = { origin: 'https://www.linkedin.com' };
    expect((await request(fetch, `${running.controlUrl}/reset`, 'POST', { headers })).status).toBe(403);
    await running.stop();
  });
});

describe('npm run sandbox', () => {
  test('prints one line of JSON, serves, and stops on a signal', async () => {
    const main = path.join(root, 'e2e/sandbox/main.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', main, '--port', '0'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    const [line] = await once(lines, 'line');
    const { url, controlUrl, key, keys } = z
      .strictObject({
        url: z.string(),
        controlUrl: z.string(),
        key: z.string(),
        keys: z.record(z.string(), z.string()),
      })
      .parse(JSON.parse(String(line)));
    const answer = await fetch(`${url}/id/api/users/current`, { headers: { authorization: `Bearer ${key}` } });
    expect(answer.status).toBe(200);
    expect(keys).toEqual(makeKeys());
    expect(keys['main']).toBe(key);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect((await fetch(`${controlUrl}/requests`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
