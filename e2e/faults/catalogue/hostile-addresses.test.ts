import { addOf, listNamed, LOOKUP, UPSERT } from '@/e2e/support/worker-people';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { parseIdentity } from '@/lib/linkedin/address/parse-address';
import { addresses } from '@/lib/linkedin/testing/addresses';
import { expect, test } from 'vitest';
import { titleOf } from './table/catalogue';
import { connectedWorld } from './worlds';

const at = (path: string): string => `https://www.linkedin.com/in/${path}`;

test.each([...addresses.malformed, ...addresses['not-an-address']])(titleOf('P18', '%s is refused'), (address) => {
  expect(parseIdentity(address).ok).toBe(false);
});

test.each([
  ['%61na', 'ana'],
  ['ANA/', 'ana'],
  ['.ana', '.ana'],
  ['zo%65%CC%88', 'zoë'],
  ['%EF%BD%81', 'ａ'],
  ['%D8%A7%D9%86%D8%A7', 'انا'],
  ['a/../b', null],
  ['ana?x=../../lists', 'ana'],
  ['ana#/../feed', 'ana'],
])(titleOf('P18', '%s means %s'), (path, slug) => {
  const parsed = parseIdentity(at(path));
  expect(parsed.ok ? parsed.value.slug : null).toBe(slug);
});

/** Requests that are about the given person only by their body. */
const PATHS = [LOOKUP, UPSERT];

test.each(['ａ', '.ana', '~', "o'brien", '&', '._-', 'x'.repeat(200)])(
  titleOf('P18', 'GetSales is asked about %s at the same path'),
  async (slug) => {
    const { worker, sandbox } = await connectedWorld();
    const list = await listNamed(worker, 'Nordic procurement');
    sandbox.control.clearRequests();
    const identity = LinkedInIdentity.parse({ slug, memberId: null, salesId: null });
    await worker.ask('contact.status', { identity, fresh: true });
    await worker.ask('contact.add', addOf(list, { identity }));
    const requests = sandbox.control.requests();
    expect([...new Set(requests.map(({ path }) => path))].sort()).toEqual([...PATHS].sort());
    expect(requests.map(({ body }) => JSON.stringify(body)).join('\n')).toContain(JSON.stringify(slug));
  },
);
