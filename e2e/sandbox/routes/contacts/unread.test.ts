import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { jonas } from '../../../support/cast';
import { at, conversationWithJonas } from '../../testing/seeded';
import { sandboxClient } from '../../testing/sandbox-client';

const LIST = '/leads/c1/api/leads/list';

const firstOf = (body: unknown): unknown => z.object({ data: z.array(z.unknown()) }).parse(body).data[0];

/** The request of a client that looks for unread messages of these senders. */
function unreadOf(senders: readonly string[]) {
  const should = senders.map((uuid) => ({
    bool: {
      must: [
        { term: { 'unread_counts.sender_profile_uuid': uuid } },
        { range: { 'unread_counts.count': { gt: '0' } } },
      ],
    },
  }));
  return {
    order_field: 'markers.last_messaging_activity_at',
    order_type: 'desc',
    limit: 50,
    offset: 0,
    nested_sort_filter: { 'markers.sender_profile_uuid': null },
    filter: { elasticQuery: { bool: { must: [{ bool: { should } }] } }, leadFilter: {} },
  };
}

test('contacts with unread messages are found by sender, the most recent first', async () => {
  const { post, lead, mara, tom, sandbox } = await conversationWithJonas();
  sandbox.control.receiveMessage({ leadUuid: lead, senderUuid: mara, text: 'One more thing' });
  const { body } = await post(LIST, unreadOf([mara]));
  expect(firstOf(body)).toMatchObject({ lead: { linkedin: jonas.slug, unread_counts: [{ count: 2 }] } });
  expect((await post(LIST, unreadOf([tom]))).text).not.toContain(jonas.slug);
  expect(sandbox.control.violations()).toEqual([]);
});

test('a contact that was read is not among them', async () => {
  const { post, put, lead, mara, sandbox } = await conversationWithJonas();
  const before = at((await post(LIST, unreadOf([mara]))).body, 'total');
  await put('/leads/api/leads/mass-action', { type: 'contact_mark_read', filter: { all: false, ids: [lead] } });
  expect(at((await post(LIST, unreadOf([mara]))).body, 'total')).toBe(Number(before) - 1);
  expect(sandbox.control.violations()).toEqual([]);
});

test('a query about anything else is a 500', async () => {
  const { post } = sandboxClient();
  const ask = (elasticQuery: object) => post(LIST, { filter: { elasticQuery } });
  expect((await ask({ fuzzy: { name: 'jonas' } })).status).toBe(500);
  expect((await ask({ term: { name: 'jonas' } })).status).toBe(500);
});
