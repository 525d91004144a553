import { expect, test } from 'vitest';
import { jonas } from '../../../support/cast';
import { conversationWithJonas } from '../../testing/seeded';

test("another user's tag, stage and list appear in the contact", async () => {
  const { get, lead, sandbox } = await conversationWithJonas();
  const read = async () => (await get(`/leads/api/leads/${lead}`)).body;
  const before = await read();
  const [list] = sandbox.control.lists().filter(({ uuid }) => !JSON.stringify(before).includes(uuid));
  const changes = [{ tag: 'VIP' }, { stage: 'next' }, { listUuid: list?.uuid ?? '' }] as const;
  const seen = [];
  for (const change of changes) {
    expect(sandbox.control.changeContact(jonas.slug, change)).toBe(lead);
    seen.push(await read());
  }
  const [tagged, staged, moved] = seen;
  expect(sandbox.control.contact(jonas.slug)).toMatchObject({ tag_names: expect.arrayContaining(['VIP']) });
  expect(new Set([before, tagged, staged, moved].map((each) => JSON.stringify(each))).size).toBe(4);
  expect(moved).toMatchObject({ lead: { list_uuid: list?.uuid } });
  expect(sandbox.control.changeContact('nobody', { tag: 'VIP' })).toBeNull();
});

test('a person whom another user added is a contact like any other', async () => {
  const { get, sandbox } = await conversationWithJonas();
  const [list] = sandbox.control.lists();
  const uuid = sandbox.control.addContact('new-person', list?.uuid ?? '');
  expect((await get(`/leads/api/leads/${String(uuid)}`)).body).toMatchObject({
    lead: { linkedin: 'new-person', list_uuid: list?.uuid },
  });
  expect(sandbox.control.addContact('new-person', list?.uuid ?? '')).toBeNull();
});
