import { describe, expect, test } from 'vitest';
import { KEY_NAMES } from '../access/keys';
import { sandboxClient } from '../testing/sandbox-client';

const ME = '/id/api/users/current';

describe('the request log', () => {
  test('has workspace and key name of every request, but never a key', async () => {
    const { ask, sandbox } = sandboxClient();
    for (const key of KEY_NAMES) await ask('GET', ME, { key });
    sandbox.control.revokeKey('other');
    await ask('GET', ME, { key: 'other' });
    await ask('GET', ME, { headers: { authorization: 'Bearer someone-elses' } });
    await sandbox.fetch(`https://amazing.getsales.io${ME}`);
    const log = sandbox.control.requests();
    expect(log.map(({ keyName }) => keyName)).toEqual([...KEY_NAMES, 'other', null, null]);
    expect(log.map(({ workspace }) => workspace)).toEqual([
      ...(['acme', 'acme', 'acme', 'acme', 'acme', 'labs', 'labs', 'labs', 'labs', 'labs'] as const),
      'labs',
      null,
      null,
    ]);
    expect(log.slice(-4).map(({ bearer, status }) => [bearer, status])).toEqual([
      ['expected', 200],
      ['expected', 401],
      ['other', 401],
      ['none', 401],
    ]);
    for (const key of Object.values(sandbox.keys)) expect(JSON.stringify(log)).not.toContain(key);
  });

  test('has them also when the connection breaks before the request is read', async () => {
    const { ask, sandbox } = sandboxClient();
    sandbox.control.fault({ path: ME, times: 1, effect: { connection: 'reset-unread' } });
    await expect(ask('GET', ME, { key: 'other' })).rejects.toThrow();
    expect(sandbox.control.requests()).toMatchObject([{ workspace: 'labs', keyName: 'other', status: null }]);
  });
});
