import { describe, expect, test } from 'vitest';
import { ana, jonas, li, mira, teo } from '../../support/cast';
import { LISTS, rowsOf, SENDERS, uuidNamed } from '../testing/seeded';
import { NOON, sandboxClient } from '../testing/sandbox-client';

describe('the seeded workspace', () => {
  test('is the same every time, and again after a reset', async () => {
    const first = sandboxClient();
    const second = sandboxClient();
    const before = await first.post('/leads/api/leads/search', { limit: 100 });
    expect((await second.post('/leads/api/leads/search', { limit: 100 })).text).toBe(before.text);
    await first.post('/leads/api/lists', { name: 'Gone soon' });
    first.sandbox.control.advance(5_000);
    first.sandbox.control.reset();
    expect((await first.post('/leads/api/leads/search', { limit: 100 })).text).toBe(before.text);
    expect((await first.get(LISTS)).body).toMatchObject({ total: 12 });
  });

  test('has times relative to its creation', () => {
    const later = sandboxClient({ now: () => NOON + 86_400_000 });
    expect(later.sandbox.control.contact(jonas.slug)).toHaveProperty(
      'lead.last_stop_on_reply_at',
      '2026-11-22T12:00:00.000000Z',
    );
  });

  test('contains Ana, Jonas and Li, but neither Mira nor Teo', async () => {
    const me = sandboxClient();
    const { contact } = me.sandbox.control;
    const founders = await uuidNamed(me, LISTS, 'EU founders');
    const berlin = await uuidNamed(me, LISTS, 'Conference Berlin');
    const mara = await uuidNamed(me, SENDERS, 'Mara (DE)');
    const tom = await uuidNamed(me, SENDERS, 'Tom');
    const accepted = (sender: string): unknown =>
      expect.arrayContaining([
        expect.objectContaining({
          sender_profile_uuid: sender,
          linkedin_last_connection_accepted_at: expect.any(String),
          linkedin_last_connection_lost_at: null,
        }),
      ]);
    expect(contact(ana.slug)).toMatchObject({ lead: { list_uuid: founders }, markers: accepted(mara) });
    expect(contact(jonas.slug)).toMatchObject({ lead: { list_uuid: founders }, markers: accepted(mara) });
    expect(contact(li.slug)).toMatchObject({ lead: { list_uuid: berlin, name: '李伟' }, markers: accepted(tom) });
    expect(contact(mira.slug)).toBeNull();
    expect(contact(teo.slug)).toBeNull();
  });

  test('has member ids that decode to the member number', async () => {
    const { post } = sandboxClient();
    const { body } = await post('/leads/api/leads/search', { limit: 100, disable_aggregation: true });
    const numbers = rowsOf(body).map((row) => Buffer.from(String(row['ln_id']), 'base64url').readUInt32BE(4));
    expect(numbers.map(String)).toEqual(rowsOf(body).map((row) => row['ln_member_id']));
  });
});
