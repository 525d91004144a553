import type { AppError } from '@/lib/domain/app-error';
import type { Contact, ContactStanding } from '@/lib/domain/contact';
import { identityKey, type LinkedInIdentity } from '@/lib/domain/identity';
import { ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Catalog } from './catalog';

/** How long a look-up is believed (getsales-api.md 7.4). */
export const STANDING_TTL_MS = 60_000;

export interface StandingService {
  /** Where a person stands. A failed look-up is an error, never `absent`; failed extras make it `partial`. */
  get(identity: LinkedInIdentity, fresh: boolean): Promise<Result<ContactStanding>>;
  /** The answer given less than a minute ago, if any; asks nobody. */
  recent(identity: LinkedInIdentity): ContactStanding | null;
  forget(identity: LinkedInIdentity): void;
  forgetAll(): void;
}

export interface StandingDeps {
  readonly client: GetSalesClient;
  readonly catalog: Catalog;
  readonly now: () => number;
}

export function createStanding({ client, catalog, now }: StandingDeps): StandingService {
  const cache = new Map<string, { readonly standing: ContactStanding; readonly atMs: number }>();

  const recent = (identity: LinkedInIdentity): ContactStanding | null => {
    const known = cache.get(identityKey(identity));
    return known !== undefined && now() - known.atMs < STANDING_TTL_MS ? known.standing : null;
  };

  return {
    recent,
    forget: (identity) => void cache.delete(identityKey(identity)),
    forgetAll: () => {
      cache.clear();
    },
    async get(identity, fresh) {
      const known = recent(identity);
      if (!fresh && known !== null) return ok(known);
      const found = await client.lookup(identity);
      if (!found.ok) return found;
      const asOf = new Date(now()).toISOString();
      const standing: ContactStanding =
        found.value === null ? { kind: 'absent', asOf } : await describe(found.value, asOf);
      cache.set(identityKey(identity), { standing, atMs: now() });
      return ok(standing);
    },
  };

  async function describe(contact: Contact, asOf: string): Promise<ContactStanding> {
    const [list, stages, automations] = await Promise.all([
      contact.listId === null ? ok(null) : catalog.listName(contact.listId),
      catalog.stageNames(),
      client.automations(contact.id),
    ]);
    const failures: readonly AppError[] = [list, stages, automations].flatMap((r) => (r.ok ? [] : [r.error]));
    return {
      kind: 'present',
      contact,
      listName: list.ok ? list.value : null,
      stageName: stages.ok && contact.stageId !== null ? (stages.value.get(contact.stageId) ?? null) : null,
      automations: automations.ok ? automations.value : [],
      lastReplyAt: contact.lastReplyAt,
      extras: failures.length === 0 ? 'complete' : 'partial',
      asOf,
    };
  }
}
