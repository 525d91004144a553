import { expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { Reading, ReadingAt } from '@/lib/domain/reading';
import { readSettled as settled, type SettleDeps } from './read-until-settled';

const unsettled: Reading = {
  kind: 'unsettled',
  generation: 'unknown',
  identity: null,
  fields: {},
  missing: [],
  drift: [],
  people: [],
};
const partial: Reading = { ...unsettled, kind: 'profile', missing: ['company'] };
const whole: Reading = { ...unsettled, kind: 'profile' };

const withoutHref = ({ href: _, ...reading }: ReadingAt): Reading => reading;
const HREF = 'https://www.linkedin.com/in/mira-okonkwo/';

/** What is believed of a page at one address. */
const readSettled = async ({ read, sleep }: { read: () => Reading; sleep: SettleDeps['sleep'] }): Promise<Reading> =>
  withoutHref(await settled({ read: () => ({ ...read(), href: HREF }), sleep }));

/** A page that shows these one after another, the last one for good; and how often it was looked at. */
function page(...states: readonly Reading[]) {
  let looks = 0;
  const read = (): Reading => {
    const state = states[Math.min(looks, states.length - 1)] ?? whole;
    looks += 1;
    return state;
  };
  return { read, sleep: () => Promise.resolve(), looks: () => looks };
}

it('takes a whole page at the first look', async () => {
  const shown = page(whole);
  expect(await readSettled(shown)).toEqual(whole);
  expect(shown.looks()).toBe(1);
});

it('waits while the previous person is still painted', async () => {
  expect(await readSettled(page(unsettled, unsettled, whole))).toEqual(whole);
});

it('believes a page with gaps once it stays the same', async () => {
  const shown = page(unsettled, partial, partial, whole);
  expect(await readSettled(shown)).toEqual(partial);
});

it('waits for people on a page of many, and until no more of them come', async () => {
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

it('does not say that LinkedIn has changed where the headline only comes late', async () => {
  const late: Reading = { ...partial, drift: ['headline'] };
  expect(await readSettled(page(late, late, late, late, whole))).toEqual(whole);
  expect(await readSettled(page(late))).toEqual(late);
});

it('believes a conversation only when a second look shows the same person', async () => {
  const thread: Reading = { ...whole, kind: 'thread' };
  expect(await readSettled(page(thread, unsettled, whole))).toEqual(whole);
});

it('gives up after three seconds of looking and says that it has not settled', async () => {
  const shown = page(unsettled);
  expect(await readSettled(shown)).toEqual(unsettled);
  expect(shown.looks()).toBe(21);
});

it('begins anew when the address changes, even where the page stays the same', async () => {
  const thread: Reading = { ...whole, kind: 'thread' };
  const hrefs = ['/a', '/b', '/c', '/c', '/d'];
  let looks = 0;
  const read = (): ReadingAt => ({ ...thread, href: hrefs[looks++] ?? '' });
  expect(await settled({ read, sleep: () => Promise.resolve() })).toEqual({ ...thread, href: '/c' });
});
