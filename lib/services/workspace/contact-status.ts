import { compareContact } from '@/lib/linkedin/interpret/compare-contact';
import type { Contact, ContactStatus } from '@/lib/domain/contact';
import { identityKey, type LinkedInIdentity } from '@/lib/domain/identity';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import { createMemoryCache } from './cached-answers';
import type { Catalog } from './catalog';

/** How long a lookup is cached (docs/getsales-api.md#client-rules). */
export const CONTACT_STATUS_TTL_MS = 60_000;

export interface ContactStatusService {
  /** A person's contact status. A failed lookup is an error, never `absent`; failed extras make it `partial`. */
  get(identity: LinkedInIdentity, fresh: boolean): Promise<Result<ContactStatus>>;
  /** The answer of the last minute; null without one. Requests nothing. */
  recent(identity: LinkedInIdentity): ContactStatus | null;
  /** Call it after every write. Clears everything, because one person may be cached under several identities. */
  forgetAll(): void;
}

export interface ContactStatusDeps {
  readonly client: Pick<GetSalesClient, 'lookup' | 'automations'>;
  readonly catalog: Pick<Catalog, 'listName' | 'stageNames'>;
  readonly now: () => number;
}

export function createContactStatus({ client, catalog, now }: ContactStatusDeps): ContactStatusService {
  const cache = createMemoryCache<ContactStatus>(CONTACT_STATUS_TTL_MS, now);
  const recent = (identity: LinkedInIdentity): ContactStatus | null => cache.get(identityKey(identity));

  return {
    recent,
    forgetAll: cache.clear,
    async get(identity, fresh) {
      const known = recent(identity);
      if (!fresh && known !== null && !isPartial(known)) return ok(known);
      const store = cache.beginRequest(identityKey(identity));
      const found = await client.lookup(identity);
      if (!found.ok) return found;
      // Another contact: says neither that the person is present nor absent.
      if (found.value !== null && compareContact(identity, found.value) === 'other')
        return err({ code: 'contact-mismatch' });
      const asOf = new Date(now()).toISOString();
      const contactStatus: ContactStatus =
        found.value === null ? { kind: 'absent', asOf } : await describe(found.value, asOf);
      store(contactStatus);
      return ok(contactStatus);
    },
  };

  async function describe(contact: Contact, asOf: string): Promise<ContactStatus> {
    const [list, stages, automations] = await Promise.all([
      contact.listId === null ? ok(null) : catalog.listName(contact.listId),
      catalog.stageNames(),
      client.automations(contact.id),
    ]);
    return {
      kind: 'present',
      contact,
      listName: list.ok ? list.value : null,
      stageName: stages.ok ? nameOf(contact.stageId, stages.value) : null,
      automations: automations.ok ? automations.value : [],
      lastReplyAt: contact.lastReplyAt,
      extras: list.ok && stages.ok && automations.ok ? 'complete' : 'partial',
      asOf,
    };
  }
}

/** A partial status is not reused: the next call asks for the missing parts again. */
function isPartial(contactStatus: ContactStatus): boolean {
  return contactStatus.kind === 'present' && contactStatus.extras === 'partial';
}

/** The name of a stage; null for a contact without one, and for a stage that the workspace no longer has. */
function nameOf(stageId: string | null, names: Readonly<Record<string, string>>): string | null {
  return stageId !== null && Object.hasOwn(names, stageId) ? (names[stageId] ?? null) : null;
}
