import * as z from 'zod/mini';

/** GetSales' identifiers are lowercase UUIDs (docs/getsales-api.md#value-types); ours for entries are too. */
export const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID, made lower case. */
export const uuid = () => z.string().check(z.toLowerCase(), z.regex(UUID_PATTERN));

export const ContactId = uuid().brand<'ContactId'>();
export type ContactId = z.infer<typeof ContactId>;

export const ListId = uuid().brand<'ListId'>();
export type ListId = z.infer<typeof ListId>;

export const SenderId = uuid().brand<'SenderId'>();
export type SenderId = z.infer<typeof SenderId>;

export const MessageId = uuid().brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;

/** Created by the page that starts an action (`crypto.randomUUID()`); the outbox's primary key. */
export const EntryId = uuid().brand<'EntryId'>();
export type EntryId = z.infer<typeof EntryId>;
