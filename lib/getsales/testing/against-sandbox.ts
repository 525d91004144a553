import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { FaultHandle } from '@/e2e/sandbox/faults/script';
import type { FaultEffect } from '@/e2e/sandbox/faults/rule';
import { startSandbox, type RunningSandbox } from '@/e2e/sandbox/start';
import { createGetSalesClient, type ClientDeps, type GetSalesClient } from '../client';
import { sharedTransport } from '../http/transport';
import { createVirtualTime, type VirtualTime } from './virtual-time';
import type { CastMember } from '@/e2e/support/cast';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';

export interface AgainstSandbox {
  readonly sandbox: () => RunningSandbox;
  /** The clock shared by sandbox and clients. */
  readonly time: () => VirtualTime;
  /** A client of the sandbox, over real HTTP on loopback. */
  readonly client: (changes?: Partial<ClientDeps>) => GetSalesClient;
  /** Applies a fault to the next `times` requests to this path (`*` within a segment, `**` anything). */
  readonly meets: (path: string, effect: FaultEffect, times?: number) => FaultHandle;
  /** Method and path of every request so far, in order. */
  readonly asked: () => readonly string[];
}

/** A local GetSales for the tests of one file, reset before each. Every test must keep the contract. */
export function againstSandbox(): AgainstSandbox {
  let sandbox: RunningSandbox;
  let time = createVirtualTime();
  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => time.now() });
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => {
    time = createVirtualTime();
    sandbox.control.reset();
  });
  afterEach(() => {
    expect(sandbox.control.violations()).toEqual([]);
  });
  return {
    sandbox: () => sandbox,
    time: () => time,
    client: (changes) =>
      createGetSalesClient({
        fetch,
        openTransport: () => Promise.resolve(sharedTransport(changes?.fetch ?? fetch)),
        key: () => Promise.resolve(sandbox.key),
        now: time.now,
        monotonic: time.monotonic,
        sleep: time.sleep,
        random: () => 0.5,
        origin: sandbox.url,
        ...changes,
      }),
    meets: (path, effect, times = 1) => sandbox.control.fault({ path, times, effect }),
    asked: () => sandbox.control.requests().map(({ method, path }) => `${method} ${path}`),
  };
}

/** The value of a result; fails the test when it is an error. */
export function valueOf<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error('not reached');
  return result.value;
}

export function errorOf<E>(result: { readonly ok: true } | { readonly ok: false; readonly error: E }): E {
  expect(result).toMatchObject({ ok: false });
  if (result.ok) throw new Error('not reached');
  return result.error;
}

/** The identity of a cast member, as the reader finds it. */
export function identityOf(person: Pick<CastMember, 'slug'> & Partial<CastMember>): LinkedInIdentity {
  return LinkedInIdentity.parse({
    slug: person.slug,
    memberId: person.memberId ?? null,
    salesId: person.salesId ?? null,
  });
}

/** An identity with only a slug. */
export function bySlug(slug: string): LinkedInIdentity {
  return LinkedInIdentity.parse({ slug, memberId: null, salesId: null });
}
