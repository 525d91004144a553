import { describe, expect, test } from 'vitest';
import { ana, jonas, mira } from '../../../support/cast';
import { LISTS, SENDERS, uuidNamed } from '../../testing/seeded';
import { sandboxClient } from '../../testing/sandbox-client';

const LOOKUP = '/leads/api/leads/lookup-one';

describe('a lookup', () => {
  test.each([
    jonas.slug,
    jonas.slug.toUpperCase(),
    `https://www.linkedin.com/in/${jonas.slug}`,
    `https://www.linkedin.com/in/${jonas.slug}/?miniProfileUrn=x#about`,
    `http://no.linkedin.com/in/${jonas.slug}/en`,
    `linkedin.com/in/${jonas.slug}`,
    jonas.memberId,
    `https://www.linkedin.com/in/${jonas.memberId}`,
    `https://www.linkedin.com/sales/people/${jonas.memberId},NAME_SEARCH,aBc1`,
    `https://www.linkedin.com/people/${jonas.slug}`,
  ])('finds Jonas by %s', async (linkedinId) => {
    const { post, sandbox } = sandboxClient();
    expect((await post(LOOKUP, { linkedin_id: linkedinId })).body).toMatchObject({ lead: { name: 'Jonas Berg' } });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('finds a contact by Sales Navigator URL and id', async () => {
    const me = sandboxClient();
    const { post } = me;
    const list = await uuidNamed(me, LISTS, 'EU founders');
    await post('/leads/api/leads/upsert', { lead: { linkedin_id: mira.salesId }, list_uuid: list });
    const address = `https://www.linkedin.com/sales/lead/${mira.salesId},NAME_SEARCH,xY2?_ntb=1`;
    expect((await post(LOOKUP, { linkedin_id: address })).body).toMatchObject({ lead: { sn_id: mira.salesId } });
  });

  test('returns the contact with markers, automations and custom fields', async () => {
    const me = sandboxClient();
    const mara = await uuidNamed(me, SENDERS, 'Mara (DE)');
    const { body } = await me.post(LOOKUP, { linkedin_id: jonas.slug });
    expect(body).toMatchObject({
      lead: { linkedin: jonas.slug, ln_id: jonas.memberId, ln_member_id: '87654321', has_verified_profile: 1 },
      markers: [
        { sender_profile_uuid: null, linkedin_messages_sent_count: 3, linkedin_messages_inbox_count: 2 },
        { sender_profile_uuid: mara, linkedin_last_connection_lost_at: null },
      ],
      flows: [{ status: 'in_progress' }, { status: 'finished' }],
      custom_fields: [],
    });
  });

  test('returns a flat contact with disable_aggregation, also on the former route', async () => {
    const { post, sandbox } = sandboxClient();
    const flat = await post(LOOKUP, { linkedin_id: ana.slug, disable_aggregation: true });
    expect(flat.body).toMatchObject({ name: 'Ana Duarte', unread_counts: [] });
    expect(flat.body).not.toHaveProperty('lead');
    const legacy = await post('/leads/api/leads/find-one', { linkedin_id: ana.slug, disable_aggregation: true });
    expect(legacy.text).toBe(flat.text);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('finds by e-mail, and by name with company, and ignores nulls', async () => {
    const me = sandboxClient();
    const { post, sandbox } = me;
    const byName = { linkedin_id: null, email: null, name: 'Jonas Berg', company_name: 'Fjord Capital' };
    expect((await post(LOOKUP, byName)).body).toMatchObject({ lead: { linkedin: jonas.slug } });
    const list = await uuidNamed(me, LISTS, 'EU founders');
    await post('/leads/api/leads/upsert', {
      lead: { linkedin_id: mira.slug, personal_email: 'mira@home.test' },
      list_uuid: list,
    });
    expect((await post(LOOKUP, { email: 'mira@home.test' })).body).toMatchObject({ lead: { linkedin: mira.slug } });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('is a 404 without body when it finds nothing', async () => {
    const { post, sandbox } = sandboxClient();
    expect(await post(LOOKUP, { linkedin_id: mira.slug })).toMatchObject({ status: 404, text: '' });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test.each([{}, { linkedin_id: null }, { name: 'Jonas Berg' }])('is a 422 for %j', async (body) => {
    const { post, sandbox } = sandboxClient();
    expect(await post(LOOKUP, body)).toMatchObject({
      status: 422,
      body: { error: { reason: 'validation_error' }, code: 422 },
    });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('refuses linkedin_url, and so does the contract', async () => {
    const { post, sandbox } = sandboxClient({ ledger: null });
    const { status } = await post(LOOKUP, { linkedin_url: `https://www.linkedin.com/in/${jonas.slug}` });
    expect(status).toBe(422);
    expect(sandbox.control.violations()).toEqual([expect.stringContaining('"linkedin_url"')]);
  });
});
