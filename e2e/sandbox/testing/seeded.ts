import * as z from 'zod/mini';
import type { WorkspaceName } from '../state/team';
import { isRecord } from '../wire/values';
import { type SandboxClient, sandboxClient } from './sandbox-client';
import { jonas } from '../../support/cast';

const Rows = z.object({ data: z.array(z.looseObject({ uuid: z.string() })) });

/** The rows of a page. */
export function rowsOf(body: unknown): readonly Readonly<Record<string, unknown> & { uuid: string }>[] {
  return Rows.parse(body).data;
}

/** The nested value at these keys; undefined if there is none. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), value);
}

export function uuidOf(body: unknown): string {
  return z.object({ uuid: z.string() }).parse(body).uuid;
}

/** The uuid of the seeded list, sender or automation with this name; throws when the workspace has none. */
export async function uuidNamed(me: Pick<SandboxClient, 'get'>, path: string, name: string): Promise<string> {
  const { body } = await me.get(path, { limit: '100' });
  const row = rowsOf(body).find((candidate) => candidate['name'] === name || candidate['label'] === name);
  return uuidOf(row);
}

/** The uuid of the contact with this nickname; throws when there is none. */
export function leadUuid(
  me: Pick<SandboxClient, 'sandbox'>,
  nickname: string,
  workspace: WorkspaceName = 'acme',
): string {
  const contact = me.sandbox.control.workspace(workspace).contact(nickname);
  return z.object({ lead: z.object({ uuid: z.string() }) }).parse(contact).lead.uuid;
}

export const LISTS = '/leads/api/lists';
export const SENDERS = '/flows/api/sender-profiles';
export const MESSAGES = '/flows/api/linkedin-messages';
export const FLOWS = '/flows/api/flows';

/** A client with what is needed to write to Jonas, who is connected with Mara (DE) but not with Tom. */
export async function conversationWithJonas() {
  const me = sandboxClient();
  const mara = await uuidNamed(me, SENDERS, 'Mara (DE)');
  const tom = await uuidNamed(me, SENDERS, 'Tom');
  const lead = leadUuid(me, jonas.slug);
  const send = (body: object = {}) =>
    me.post(MESSAGES, { sender_profile_uuid: mara, lead_uuid: lead, text: 'Thursday then.', ...body });
  const byUuid = async (uuid: string) => rowsOf((await me.get(MESSAGES, { 'filter[uuid]': uuid, limit: '1' })).body)[0];
  return { ...me, mara, tom, lead, send, byUuid };
}
