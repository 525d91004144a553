import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { isSamePerson } from '@/lib/domain/identity';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { SEED } from '@/lib/linkedin/testing/seed';
import { jonas, mira } from '../../support/cast';
import { namesake } from '../samples/cast/namesake';
import type { Person } from '../samples/cast/person';
import { addFromPopup, shownInPanel, type PersonAt } from './use-extension';
import { PLACES, type Place } from './place';
import { isConnected, PARTS, screenOf, type Design } from './screen';
import { readScreen, walkedTab, type Move, type ReadScreen } from './tab';

const listed = [mira, jonas, namesake];
const design: fc.Arbitrary<Design> = fc.record({
  rows: fc.constantFrom('linked', 'plain'),
  link: fc.constantFrom('member', 'slug', 'both'),
  authors: fc.constantFrom('member', 'slug'),
  viewerLink: fc.constantFrom('member', 'slug'),
  isKeyed: fc.constantFrom(true, true, true, false),
  hasCard: fc.boolean(),
  isAnswered: fc.constantFrom(true, true, false),
  listed: fc.constantFrom(listed, [mira, jonas]),
});

/** After how many steps a part arrives; undefined: never, the previous page's part stays. */
const arrival = fc.oneof(fc.constant(undefined), fc.constant(1), fc.integer({ min: 1, max: 40 }));
const place = fc.oneof(
  { weight: 3, arbitrary: fc.nat(3) },
  { weight: 1, arbitrary: fc.integer({ min: 4, max: PLACES.length - 1 }) },
);
const move = fc
  .record({
    to: place,
    arrives: fc.oneof(
      fc.tuple(arrival, arrival, arrival),
      arrival.map((at) => [at, at, at]),
    ),
  })
  .map(({ to, arrives }) => ({
    to,
    arrives: Object.fromEntries(PARTS.flatMap((part, at) => (arrives[at] === undefined ? [] : [[part, arrives[at]]]))),
  }));

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('move'), move }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('wait'), steps: fc.integer({ min: 1, max: 50 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('add'),
      choice: fc.nat(5),
      pause: fc.nat(10),
      later: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        {
          weight: 1,
          arbitrary: fc.array(fc.record({ move, steps: fc.integer({ min: 1, max: 12 }) }), { maxLength: 3 }),
        },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('panel') }) },
);
const walk = fc.record({ design, first: place, steps: fc.array(step, { minLength: 2, maxLength: 8 }) });
type Walk = typeof walk extends fc.Arbitrary<infer T> ? T : never;

/** Pages that did not change during a use, those of them that prove a person, and those for which the product named the person. */
interface Recall {
  unchanged: number;
  connected: number;
  named: number;
}

interface Tally {
  /** Uses of the popup on conversations, and those of them that named the person. */
  threads: number;
  named: number;
  /** By layout. */
  readonly recall: Map<string, Recall>;
  /** Adds that were sent, from anywhere. */
  added: number;
}

/** Runs a walk. Throws if the product names a wrong person, or none where the page proves who it is. */
async function runWalk({ design, first, steps }: Walk, tally: Tally, read: ReadScreen): Promise<void> {
  // Conversations without a row are left out: only rows distinguish two people of one name.
  const placeAt = (to: number): Place => {
    const wanted = PLACES[to] ?? PLACES[0];
    if (wanted === undefined) throw new Error('There are no places.');
    const isListed = wanted.kind !== 'thread' || wanted.people.every((person) => design.listed.includes(person));
    return isListed ? wanted : placeAt(0);
  };
  const resolved = ({ to, arrives }: { to: number; arrives: Move['arrives'] }): Move => ({ to: placeAt(to), arrives });
  const tab = walkedTab(placeAt(first), screenOf(placeAt(first)), design, read);
  for (const each of steps) {
    if (each.type === 'move') tab.move(resolved(each.move));
    else if (each.type === 'wait') tab.pass(each.steps);
    else if (each.type === 'panel') expectRight(await shownInPanel(tab));
    else {
      for (const { move, steps } of each.later) tab.moveLater(resolved(move), steps);
      const [changes, at, screen] = [tab.changes(), tab.place(), tab.screen()];
      const { shown, added } = await addFromPopup(tab, each.choice, each.pause);
      if (added !== null) {
        tally.added += 1;
        expectRight(added);
      }
      const isUnchanged = tab.changes() === changes;
      if (isUnchanged) expectRight(shown);
      if (at.kind === 'thread') tally.threads += 1;
      if (at.kind === 'thread' && shown !== null) tally.named += 1;
      if (!isUnchanged) continue;
      const mustName = mustNameAt(at, screen, design);
      if (at.kind === 'thread') count(tally.recall, design, mustName, added !== null);
      if (!mustName) continue;
      expect(added, `someone is connected to ${at.url}`).not.toBeNull();
    }
  }
}

function count(of: Tally['recall'], { rows, link, authors }: Design, isConnected: boolean, isNamed: boolean): void {
  const layout = `${rows} rows, header by ${link}, authors by ${authors}`;
  const { unchanged, connected, named } = of.get(layout) ?? { unchanged: 0, connected: 0, named: 0 };
  of.set(layout, {
    unchanged: unchanged + 1,
    connected: connected + Number(isConnected),
    named: named + Number(isConnected && isNamed),
  });
}

/** Whether the product must name a person: on a profile, on a loaded list, and in a conversation that proves its person. */
function mustNameAt(at: Place, screen: PersonAt['screen'], design: Design): boolean {
  if (at.kind === 'profile') return true;
  return at.kind === 'list' ? screen.kind === 'list' : isConnected(screen, at, design);
}

/** Expects the person of the address, or a person of the list with their own name. */
function expectRight(actual: PersonAt | null): void {
  if (actual === null) return;
  const { identity, name, place, screen } = actual;
  const people = place.kind === 'list' && screen.kind === 'list' ? screen.of.people : place.people;
  const message = `${JSON.stringify(identity)} at ${place.url}`;
  if (place.kind === 'thread') expect(people.length, message).toBe(1);
  const meant = people.filter((person) => isSamePerson(identityOf(person, identity), identity));
  expect(meant.length, message).toBe(1);
  if (name !== null) expect(name, message).toBe(meant[0]?.name);
}

/** The identity of a person, with only the kinds of id that `by` has. */
function identityOf({ slug, memberId }: Person, by: LinkedInIdentity): LinkedInIdentity {
  return LinkedInIdentity.parse({
    slug: by.slug === null ? null : slug,
    memberId: by.memberId === null ? null : memberId,
    salesId: null,
  });
}

/** Few, because each walk needs new pages, which jsdom parses slowly. */
const RUNS = 150;

const noTally = (): Tally => ({ threads: 0, named: 0, recall: new Map(), added: 0 });
const tally = noTally();

const runAll = (read: ReadScreen, counted: Tally) => fc.asyncProperty(walk, (one) => runWalk(one, counted, read));

/** The error of the first walk that fails with this reader. */
async function firstFailure(read: ReadScreen): Promise<string> {
  const { errorInstance } = await fc.check(runAll(read, noTally()), { numRuns: RUNS, endOnFailure: true });
  return String(errorInstance);
}

describe(`over random walks through conversations, profiles and lists (seed ${SEED})`, () => {
  it('an add sends the person of the address or row, and a person that the page proves is named', async () => {
    await fc.assert(runAll(readScreen, tally), { numRuns: RUNS });
    const recalls = [...tally.recall].filter(([, { connected }]) => connected > 0);
    expect(recalls.length).toBeGreaterThan(8);
    for (const [layout, { connected, named }] of recalls) expect(named, layout).toBe(connected);
    expect(tally.added).toBeGreaterThan(20);
  });

  it('detects a reader that trusts the header alone', async () => {
    const trusting: ReadScreen = (script, screen, ...rest) => {
      const reading = readScreen(script, screen, ...rest);
      const header = screen.kind === 'thread' ? screen.parts.header : null;
      const [person] = header?.people ?? [];
      if (typeof reading === 'string' || reading.kind !== 'unsettled') return reading;
      if (header?.people.length !== 1 || person === undefined) return reading;
      const identity = LinkedInIdentity.parse({ slug: null, memberId: person.memberId, salesId: null });
      return { ...reading, kind: 'thread', identity };
    };
    expect(await firstFailure(trusting)).toMatch(/ACoAA.* at https:/u);
  });

  it('detects a reader that never names anyone in a conversation', async () => {
    const silent: ReadScreen = (...args) => {
      const reading = readScreen(...args);
      return typeof reading !== 'string' && reading.kind === 'thread'
        ? { ...reading, kind: 'unsettled', identity: null, fields: {} }
        : reading;
    };
    expect(await firstFailure(silent)).toMatch(/someone is connected/u);
  });
});

afterAll(() => {
  const { threads, named, recall, added } = tally;
  const share = (part: number, whole: number): string => `${((100 * part) / Math.max(whole, 1)).toFixed(0)} %`;
  const layouts = [...recall]
    .sort()
    .map(
      ([layout, of]) =>
        `  ${layout}: ${share(of.named, of.connected)} of ${of.connected} (${of.unchanged} unchanged)\n`,
    );
  process.stdout.write(
    `walks: ${added} adds; of ${threads} uses on conversations ${share(named, threads)} named the person, ` +
      `${share(threads - named, threads)} named none; named on unchanged pages that prove the person:\n` +
      layouts.join(''),
  );
});
