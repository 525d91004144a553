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

test('the automations of a contact have names, which are read once', async () => {
  const { me, id } = await idOf(jonas);
  expect(valueOf(await me.automations(id))).toContainEqual({ name: 'Q4 outreach', status: 'in_progress' });
  const asking = asked().length;
  await me.automations(id);
  expect(asked()).toHaveLength(asking + 1);
});

test('a contact without automations needs one request', async () => {
  const { me, id } = await idOf(li);
  expect(valueOf(await me.automations(id))).toEqual([]);
  expect(asked()).toEqual([`GET ${ENROLMENTS}`]);
});

test('a deleted automation is left out; an unreadable one is an error', async () => {
  const { me, id } = await idOf(jonas);
  meets('/flows/api/flows/*', { status: 404, body: { kind: 'empty' } }, 9);
  expect(valueOf(await me.automations(id))).toEqual([]);
  sandbox().control.clearFaults();
  meets('/flows/api/flows/*', { status: 403, body: { kind: 'json', value: {} } }, 9);
  expect(errorOf(await me.automations(id))).toEqual({ code: 'forbidden', by: 'api' });
});

test('enrolments of others are not returned when GetSales ignores the filter', async () => {
  const { me, id } = await idOf(ana);
  const otherId = '9d1e4c70-3333-4333-8333-000000000001';
  const rows = [{ uuid: otherId, flow_uuid: otherId, lead_uuid: otherId, status: 'in_progress' }];
  meets(ENROLMENTS, { body: { kind: 'json', value: { data: rows, total: 510_000 } } });
  expect(errorOf(await me.automations(id))).toEqual({ code: 'unreadable-answer', status: 200 });
  expect(asked()).toHaveLength(1);
});
