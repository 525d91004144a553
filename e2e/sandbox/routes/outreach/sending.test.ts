import { describe, expect, test } from 'vitest';
import { conversationWithJonas as world, MESSAGES, rowsOf, uuidOf } from '../../testing/seeded';

describe('sending', () => {
  test('queues a message, which is done after a time', async () => {
    const { send, byUuid, sandbox } = await world();
    const queued = await send();
    expect(queued).toMatchObject({ status: 201, body: { status: 'new', sent_at: null, automation: 'manual' } });
    const uuid = uuidOf(queued.body);
    sandbox.control.advance(1_499);
    expect(await byUuid(uuid)).toMatchObject({ status: 'new' });
    sandbox.control.advance(1);
    expect(await byUuid(uuid)).toMatchObject({ status: 'in_progress', sent_at: null });
    sandbox.control.advance(1_500);
    expect(await byUuid(uuid)).toMatchObject({
      status: 'done',
      sent_at: '2026-11-23T12:00:03.000000Z',
      fail_reason: null,
    });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('sorts a queued message last by sent_at and first by created_at', async () => {
    const { get, send, lead } = await world();
    const uuid = uuidOf((await send()).body);
    const order = async (field: string) =>
      rowsOf((await get(MESSAGES, { 'filter[lead_uuid]': lead, order_field: field, order_type: 'desc' })).body).map(
        (row) => row.uuid,
      );
    expect((await order('sent_at')).at(-1)).toBe(uuid);
    expect((await order('created_at')).at(0)).toBe(uuid);
  });

  test('lets a marked message fail, which can be sent again', async () => {
    const { send, byUuid, put, sandbox } = await world();
    const uuid = uuidOf((await send()).body);
    expect(sandbox.control.failMessage(uuid, 'LinkedIn session expired')).toBe(true);
    expect(await byUuid(uuid)).toMatchObject({ status: 'new' });
    sandbox.control.advance(3_000);
    expect(await byUuid(uuid)).toMatchObject({
      status: 'failed',
      fail_reason: 'LinkedIn session expired',
      sent_at: null,
    });
    expect((await put(`${MESSAGES}/${uuid}/retry`)).status).toBe(200);
    sandbox.control.advance(3_000);
    expect(await byUuid(uuid)).toMatchObject({ status: 'done', fail_reason: null });
    expect((await put(`${MESSAGES}/${uuid}/retry`)).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('accepts a sender without connection and fails later; delivers an InMail', async () => {
    const { send, byUuid, tom, sandbox } = await world();
    const plain = uuidOf((await send({ sender_profile_uuid: tom })).body);
    const inMail = uuidOf((await send({ sender_profile_uuid: tom, subject: 'Paper' })).body);
    sandbox.control.advance(3_000);
    expect(await byUuid(plain)).toMatchObject({
      status: 'failed',
      fail_reason: expect.stringContaining('not connected'),
    });
    expect(await byUuid(inMail)).toMatchObject({ status: 'done', linkedin_type: 'InMail' });
  });

  test('accepts 8,000 code points and refuses one more', async () => {
    const { send, sandbox } = await world();
    expect((await send({ text: 'x'.repeat(8_000) })).status).toBe(201);
    expect((await send({ text: '🧺'.repeat(8_000) })).status).toBe(201);
    expect(await send({ text: 'x'.repeat(8_001) })).toMatchObject({
      status: 422,
      body: { error: { reason: 'validation_error', data: { text: [expect.stringContaining('8000')] } } },
    });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test.each([
    [{ text: undefined }, 'text'],
    [{ lead_uuid: undefined }, 'lead_uuid'],
    [{ sender_profile_uuid: '00000000-0000-4000-8000-000000000000' }, 'sender_profile_uuid'],
    [{ subject: 'x'.repeat(512) }, 'subject'],
    [{ attachments: [{ uuid: '00000000-0000-4000-8000-000000000000' }] }, 'attachments'],
  ])('refuses %j for %s', async (change, field) => {
    const { send, sandbox } = await world();
    const { status, body } = await send(change);
    expect(status).toBe(422);
    expect(body).toHaveProperty(['error', 'data', field]);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('creates one message per POST', async () => {
    const { send, sandbox, lead } = await world();
    await send();
    await send();
    expect(sandbox.control.messages(lead)).toHaveLength(7);
  });
});
