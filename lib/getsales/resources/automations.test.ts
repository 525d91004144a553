import { expect, test } from 'vitest';
import { ana, jonas, li } from '@/e2e/support/cast';
import { againstSandbox, errorOf, identityOf, valueOf } from '../testing/against-sandbox';

const { sandbox, client, meets, asked } = againstSandbox();
const ENROLMENTS = '/flows/api/flows-leads';

async function idOf(person: typeof ana, me = client()) {
  const id = valueOf(await me.lookup(identityOf(person)))?.id ?? expect.fail();
  sandbox().control.clearRequests();
  return { me, id };
}

test('the automations of a contact come with their names, which are asked once', async () => {
  const { me, id } = await idOf(jonas);
  expect(valueOf(await me.automations(id))).toContainEqual({ name: 'Q4 outreach', status: 'in_progress' });
  const asking = asked().length;
  await me.automations(id);
  expect(asked()).toHaveLength(asking + 1);
});

test('somebody in no automation costs one request', async () => {
  const { me, id } = await idOf(li);
  expect(valueOf(await me.automations(id))).toEqual([]);
  expect(asked()).toEqual([`GET ${ENROLMENTS}`]);
});

test('an automation that was deleted since is left out; one that cannot be asked is an error', async () => {
  const { me, id } = await idOf(jonas);
  meets('/flows/api/flows/*', { status: 404, body: { kind: 'empty' } }, 9);
  expect(valueOf(await me.automations(id))).toEqual([]);
  sandbox().control.clearFaults();
  meets('/flows/api/flows/*', { status: 403, body: { kind: 'json', value: {} } }, 9);
  expect(errorOf(await me.automations(id))).toEqual({ code: 'forbidden', by: 'api' });
});

test('enrolments of others, when the filter was ignored, are not shown as theirs', async () => {
  const { me, id } = await idOf(ana);
  const stranger = '9d1e4c70-3333-4333-8333-000000000001';
  const rows = [{ uuid: stranger, flow_uuid: stranger, lead_uuid: stranger, status: 'in_progress' }];
  meets(ENROLMENTS, { body: { kind: 'json', value: { data: rows, total: 510_000 } } });
  expect(errorOf(await me.automations(id))).toEqual({ code: 'unreadable-answer', status: 200 });
  expect(asked()).toHaveLength(1);
});
