import { describe, expect, test } from 'vitest';
import { jonas } from '../../../support/cast';
import { at, leadUuid, LISTS, uuidNamed } from '../../testing/seeded';
import { sandboxClient } from '../../testing/sandbox-client';

const UPSERT = '/leads/api/leads/upsert';

async function ready() {
  const me = sandboxClient();
  const founders = await uuidNamed(me, LISTS, 'EU founders');
  const berlin = await uuidNamed(me, LISTS, 'Conference Berlin');
  return { ...me, founders, berlin };
}

describe('one contact', () => {
  test('is updated with PUT, which silently ignores stage and list, and takes custom fields by uuid', async () => {
    const { ask, get, founders, berlin, sandbox } = await ready();
    const field = await uuidNamed({ get }, '/leads/api/custom-fields', 'budget');
    const path = `/leads/api/leads/${leadUuid({ sandbox }, jonas.slug)}`;
    const before = await get(path, { disable_aggregation: 'true' });
    const answer = await ask('PUT', path, {
      json: {
        work_email: 'jonas@fjord.test',
        pipeline_stage_uuid: berlin,
        list_uuid: berlin,
        custom_fields: { [field]: '1' },
      },
      probe: 'ignored fields',
    });
    expect(answer.body).toMatchObject({
      work_email: 'jonas@fjord.test',
      work_email_domain: 'fjord.test',
      list_uuid: founders,
    });
    expect(answer.body).toHaveProperty('pipeline_stage_uuid', at(before.body, 'pipeline_stage_uuid'));
    expect((await get(path)).body).toMatchObject({ custom_fields: { budget: '1' } });
  });

  test('is deleted with 204', async () => {
    const { get, remove, sandbox } = await ready();
    const path = `/leads/api/leads/${leadUuid({ sandbox }, jonas.slug)}`;
    expect(await remove(path)).toMatchObject({ status: 204, text: '' });
    expect(await get(path)).toMatchObject({ status: 404, text: '' });
    expect(await remove(path)).toMatchObject({ status: 404, text: '' });
    expect(sandbox.control.violations()).toEqual([]);
  });
});

describe('a request body', () => {
  test('is refused as a form, as text that is not JSON, and as JSON that is not an object', async () => {
    const { ask } = await ready();
    const send = (text: string, type: string) => ask('POST', UPSERT, { raw: { text, type }, probe: 'odd body' });
    expect((await send('list_uuid=1', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await send('{"lead":', 'application/json')).body).toMatchObject({
      error: { reason: 'bad_request' },
      code: 400,
    });
    expect((await send('[1]', 'application/json')).status).toBe(422);
  });
});
