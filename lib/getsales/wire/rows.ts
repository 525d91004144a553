import * as z from 'zod/mini';
import type { ContactList, CustomField } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import { ListId, SenderId } from '@/lib/domain/ids';
import { looseNumber, looseText, looseUuid, unwrapData, uuid } from './values';

const WireList = z.object({ uuid, name: z.string() });
const WireSender = z.object({
  uuid,
  label: looseText,
  first_name: looseText,
  last_name: looseText,
  status: looseText,
  linkedin_account_uuid: looseUuid,
});
const WireStage = z.object({ uuid, name: z.string(), object: looseText });
const WireCustomField = z.object({ uuid, name: z.string(), object: looseText, order: looseNumber });
const WireEnrolment = z.object({
  uuid: looseUuid,
  flow_uuid: uuid,
  lead_uuid: uuid,
  status: looseText,
  created_at: looseText,
});
const WireFlow = z.object({ uuid, name: z.string() });
const WireUser = z.object({
  uuid: looseUuid,
  id: looseNumber,
  first_name: looseText,
  last_name: looseText,
  email: looseText,
});
const WireTeam = z.object({ id: looseNumber, name: z.string() });

/** A parser that returns null for anything that does not match the schema. */
function reader<S extends z.ZodMiniType, T>(schema: S, map: (row: z.infer<S>) => T): (json: unknown) => T | null {
  return (json) => {
    const parsed = schema.safeParse(json);
    return parsed.success ? map(parsed.data) : null;
  };
}

export const readList = reader(WireList, (row): ContactList => ({ id: ListId.parse(row.uuid), name: row.name }));

/** `disabled` senders are reported to work (docs/getsales-api.md#senders); a sender without a LinkedIn account does not. */
export const readSender = reader(WireSender, (row): Sender => ({
  id: SenderId.parse(row.uuid),
  name: row.label?.trim() || fullName(row),
  enabled: row.status !== 'disabled',
  canWrite: row.linkedin_account_uuid !== null,
}));

export const readStage = reader(WireStage, (row) => row);

/** A custom field, with its object (contact or company) and its position. */
export const readCustomField = reader(
  WireCustomField,
  ({
    uuid: id,
    name,
    object,
    order,
  }): CustomField & { readonly object: string | null; readonly order: number | null } => ({
    id,
    name,
    object,
    order,
  }),
);
export const readEnrolment = reader(WireEnrolment, (row) => row);
export const readFlow = reader(WireFlow, (row) => row);
export const readTeam = reader(WireTeam, (row) => row);

export interface User {
  /** Null when the answer has none. */
  readonly id: string | null;
  readonly name: string;
  readonly email: string;
}

/** Null without a name and an e-mail address. */
export function readUser(json: unknown): User | null {
  const user = reader(WireUser, (row): User => ({
    id: row.uuid ?? (row.id === null ? null : String(row.id)),
    name: fullName(row),
    email: row.email ?? '',
  }))(unwrapData(json));
  return user === null || (user.name === '' && user.email === '') ? null : user;
}

function fullName(row: { readonly first_name: string | null; readonly last_name: string | null }): string {
  return [row.first_name, row.last_name]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ');
}
