import { expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { Reading, ReadingAt } from '@/lib/domain/reading';
import { readUntilSettled, type SettleDeps } from './read-until-settled';

const unsettled: Reading = {
  kind: 'unsettled',
  generation: 'unknown',
  identity: null,
  fields: {},
  missing: [],
  unexpectedLayout: [],
  people: [],
};
const partial: Reading = { ...unsettled, kind: 'profile', missing: ['company'] };
const whole: Reading = { ...unsettled, kind: 'profile' };

const withoutHref = ({ href: _, ...reading }: ReadingAt): Reading => reading;
const HREF = 'https://www.linkedin.com/in/mira-okonkwo/';

/** The final reading of a page at one address. */
const readSettled = async ({ read, sleep }: SettleDeps<Reading>): Promise<Reading> =>
  withoutHref(await readUntilSettled({ read: () => ({ ...read(), href: HREF }), sleep }));

/** A page that shows these states in turn and then stays at the last one; counts the reads. */
function page(...states: readonly Reading[]) {
  let reads = 0;
  const read = (): Reading => {
    const state = states[Math.min(reads, states.length - 1)] ?? whole;
    reads += 1;
    return state;
  };
  return { read, sleep: () => Promise.resolve(), readCount: () => reads };
}

it('accepts a complete page at the first read', async () => {
  const shown = page(whole);
  expect(await readSettled(shown)).toEqual(whole);
  expect(shown.readCount()).toBe(1);
});

it('waits while the previous person is still shown', async () => {
  expect(await readSettled(page(unsettled, unsettled, whole))).toEqual(whole);
});

it('accepts a page with gaps once it stays the same', async () => {
  const shown = page(unsettled, partial, partial, whole);
  expect(await readSettled(shown)).toEqual(partial);
});

it('waits on a page of many until people appear and no more are added', async () => {
  const many = (...slugs: readonly string[]): Reading => ({
    ...whole,
    kind: 'people',
    people: slugs.map((slug) => ({
      identity: LinkedInIdentity.parse({ slug, memberId: null, salesId: null }),
      fields: {},
    })),
  });
  const full = many('mira', 'ana');
  expect(await readSettled(page(many(), many(), many('mira'), many('mira'), many('mira'), full))).toEqual(full);
});

it('reports no unexpected layout when the headline only loads late', async () => {
  const late: Reading = { ...partial, unexpectedLayout: ['headline'] };
  expect(await readSettled(page(late, late, late, late, whole))).toEqual(whole);
  expect(await readSettled(page(late))).toEqual(late);
});

it('accepts a conversation only when a second read gives the same person', async () => {
  const thread: Reading = { ...whole, kind: 'thread' };
  expect(await readSettled(page(thread, unsettled, whole))).toEqual(whole);
});

it('returns an unsettled reading after three seconds', async () => {
  const shown = page(unsettled);
  expect(await readSettled(shown)).toEqual(unsettled);
  expect(shown.readCount()).toBe(21);
});

it('starts over when the address changes, even when the page stays the same', async () => {
  const thread: Reading = { ...whole, kind: 'thread' };
  const hrefs = ['/a', '/b', '/c', '/c', '/d'];
  let reads = 0;
  const read = (): ReadingAt => ({ ...thread, href: hrefs[reads++] ?? '' });
  expect(await readUntilSettled({ read, sleep: () => Promise.resolve() })).toEqual({ ...thread, href: '/c' });
});

it('returns the name of another reader at once', async () => {
  let reads = 0;
  const read = () => (reads++ === 0 ? unsettled : ('reader-public' as const));
  expect(await readUntilSettled({ read, sleep: () => Promise.resolve() })).toBe('reader-public');
  expect(reads).toBe(2);
});
