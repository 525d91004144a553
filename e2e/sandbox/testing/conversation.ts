import { jonas } from '../../support/cast';
import { leadUuid, MESSAGES, rowsOf, SENDERS, uuidNamed } from './seeded';
import { talk } from './talk';

/** Jonas, who is connected with Mara (DE) and not with Tom, and what it takes to write to him. */
export async function conversationWithJonas() {
  const me = talk();
  const mara = await uuidNamed(me, SENDERS, 'Mara (DE)');
  const tom = await uuidNamed(me, SENDERS, 'Tom');
  const lead = leadUuid(me, jonas.slug);
  const send = (body: object = {}) =>
    me.post(MESSAGES, { sender_profile_uuid: mara, lead_uuid: lead, text: 'Thursday then.', ...body });
  const byUuid = async (uuid: string) => rowsOf((await me.get(MESSAGES, { 'filter[uuid]': uuid, limit: '1' })).body)[0];
  return { ...me, mara, tom, lead, send, byUuid };
}
