import { describe, expect, test } from 'vitest';
import { jonas, li } from '../../../support/cast';
import type { SandboxOptions } from '../../sandbox';
import { FLOWS, leadUuid, LISTS, rowsOf, uuidNamed, uuidOf } from '../../testing/seeded';
import { sandboxClient } from '../../testing/sandbox-client';

const MASS = '/leads/api/leads/mass-action';

function world(options: SandboxOptions = {}) {
  const me = sandboxClient(options);
  const uuid = leadUuid(me, jonas.slug);
  const act = (type: string, payload?: object, ids = [uuid]) =>
    me.put(MASS, { type, filter: { all: false, ids, excludeIds: [] }, ...(payload === undefined ? {} : { payload }) });
  const read = async () => (await me.get(`/leads/api/leads/${uuid}`)).body;
  return { ...me, act, read, uuid };
}

describe('mass actions', () => {
  test('change the stage', async () => {
    const { act, read, get, sandbox } = world();
    const stages = await get('/leads/api/pipeline-stages', { filter: '{"object":"lead"}', limit: '100' });
    const booked = uuidOf(rowsOf(stages.body).find((stage) => stage['name'] === 'Call booked'));
    expect((await act('contact_change_pipeline_stage', { pipeline_stage_uuid: booked })).status).toBe(200);
    expect(await read()).toMatchObject({ lead: { pipeline_stage_uuid: booked } });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('move a contact to another list', async () => {
    const { act, read, ...me } = world();
    const berlin = await uuidNamed(me, LISTS, 'Conference Berlin');
    await act('contact_change_list', { list_uuid: berlin });
    expect(await read()).toMatchObject({ lead: { list_uuid: berlin } });
  });

  test('mark a contact as read', async () => {
    const { act, read } = world();
    expect(await read()).toMatchObject({ lead: { unread_counts: [{ count: 1 }] } });
    await act('contact_mark_read');
    expect(await read()).toMatchObject({ lead: { unread_counts: [] } });
  });

  test('add, remove and replace tags', async () => {
    const { act, read, ...me } = world();
    const fair = await uuidNamed(me, '/leads/api/tags', 'Met at fair');
    const maker = await uuidNamed(me, '/leads/api/tags', 'Decision maker');
    await act('contact_add_tags', { tag_uuid: fair });
    await act('contact_add_tags', { tag_uuid: maker });
    expect(await read()).toMatchObject({ lead: { tags: [fair, maker] } });
    await act('contact_remove_tags', { tag_uuid: fair });
    expect(await read()).toMatchObject({ lead: { tags: [maker] } });
    await act('contact_replace_tags', { tag_uuids: [fair] });
    expect(await read()).toMatchObject({ lead: { tags: [fair] } });
  });

  test('set and clear custom fields', async () => {
    const { act, read, ...me } = world();
    const budget = await uuidNamed(me, '/leads/api/custom-fields', 'budget');
    await act('contact_change_custom_field', { custom_field_uuid: budget, value: '20k' });
    expect(await read()).toMatchObject({ custom_fields: { budget: '20k' } });
    await act('contact_change_custom_field', { custom_field_uuid: budget, value: null });
    expect(await read()).toMatchObject({ custom_fields: [] });
  });

  test('enrol contacts in automations and cancel that', async () => {
    const { act, sandbox, ...me } = world();
    const someone = leadUuid({ sandbox }, li.slug);
    const q4 = await uuidNamed(me, FLOWS, 'Q4 outreach');
    expect((await act('contact_add_to_flow', { flow_uuid: q4 }, [someone])).status).toBe(200);
    expect(sandbox.control.contact(li.slug)).toMatchObject({ flows: [{ flow_uuid: q4, status: 'in_progress' }] });
    await act('contact_cancel_from_flows', { flow_uuids: [q4] }, [someone]);
    expect(sandbox.control.contact(li.slug)).toMatchObject({ flows: [{ status: 'canceled' }] });
  });

  test('refuse an empty selection, an unknown type and an unknown record', async () => {
    const { act, put, sandbox } = world();
    const unknownUuid = '00000000-0000-4000-8000-000000000000';
    const missed = await act('contact_mark_read', undefined, [unknownUuid]);
    expect(missed).toMatchObject({ status: 422, body: { error: { message: 'No leads found to apply action' } } });
    expect((await act('contact_paint_blue')).body).toHaveProperty('error.data.type');
    expect((await act('contact_change_list', { list_uuid: unknownUuid })).status).toBe(422);
    expect((await put(MASS, {})).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('act on all contacts with all:true, which the contract forbids', async () => {
    const { put, sandbox, uuid } = world({ ledger: null });
    await put(MASS, { type: 'contact_mark_read', filter: { all: true, ids: [], excludeIds: [uuid] } });
    expect(sandbox.control.contact(jonas.slug)).toMatchObject({ lead: { unread_counts: [{ count: 1 }] } });
    expect(sandbox.control.violations().join()).toContain('/filter/all must be equal to constant');
  });
});
