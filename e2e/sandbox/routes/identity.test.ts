import { expect, test } from 'vitest';
import { sandboxClient } from '../testing/sandbox-client';

test('the user of the key is Mara Lind, with an empty array as config', async () => {
  const { get, sandbox } = sandboxClient();
  const { body } = await get('/id/api/users/current');
  expect(body).toMatchObject({ id: 5021, first_name: 'Mara', last_name: 'Lind', email: 'mara@acme.test', config: [] });
  expect(body).toHaveProperty('created_at', expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/));
  expect(sandbox.control.violations()).toEqual([]);
});

test('the workspaces include 812 "Acme", and can be read one by one', async () => {
  const { get, sandbox } = sandboxClient();
  const { body } = await get('/id/api/teams');
  expect(body).toMatchObject({
    total: 2,
    data: expect.arrayContaining([expect.objectContaining({ id: 812, name: 'Acme' })]),
  });
  expect((await get('/id/api/teams/812')).body).toMatchObject({ id: 812, name: 'Acme' });
  expect(await get('/id/api/teams/5')).toMatchObject({ status: 404, text: '' });
  expect(sandbox.control.violations()).toEqual([]);
});
