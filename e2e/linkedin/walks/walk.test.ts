import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { isSamePerson } from '@/lib/domain/identity';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { SEED } from '@/lib/linkedin/testing/seed';
import { jonas, mira } from '../../support/cast';
import { namesake } from '../samples/cast/namesake';
import type { Person } from '../samples/cast/person';
import { addFromPopup, shownInPanel, type Carried } from './act';
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

/** Late, soon, or never: the previous page stays for that part. */
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

/** How many pages stood still, on how many of them something connected a person to the address, and how many gave that person. */
interface Recall {
  still: number;
  connected: number;
  named: number;
}

interface Tally {
  /** Acts on conversations, and those of them that named the person. */
  threads: number;
  named: number;
  /** By layout. */
  readonly still: Map<string, Recall>;
  /** Adds that were sent, from anywhere. */
  added: number;
}

/** Takes a walk; throws at the first person who is not the one at the address, or who is not given where connected. */
async function take({ design, first, steps }: Walk, tally: Tally, read: ReadScreen): Promise<void> {
  // Someone whose conversation is never listed is not met either: two people of one name are distinguished by their rows.
  const met = (to: number): Place => {
    const wanted = PLACES[to] ?? PLACES[0];
    if (wanted === undefined) throw new Error('There is a place.');
    const isListed = wanted.kind !== 'thread' || wanted.people.every((person) => design.listed.includes(person));
    return isListed ? wanted : met(0);
  };
  const resolved = ({ to, arrives }: { to: number; arrives: Move['arrives'] }): Move => ({ to: met(to), arrives });
  const tab = walkedTab(met(first), screenOf(met(first)), design, read);
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
      const isStill = tab.changes() === changes;
      if (isStill) expectRight(shown);
      if (at.kind === 'thread') tally.threads += 1;
      if (at.kind === 'thread' && shown !== null) tally.named += 1;
      if (!isStill) continue;
      const isGiven = isGivenAt(at, screen, design);
      if (at.kind === 'thread') count(tally.still, design, isGiven, added !== null);
      if (!isGiven) continue;
      expect(added, `someone is connected to ${at.url}`).not.toBeNull();
    }
  }
}

function count(of: Tally['still'], { rows, link, authors }: Design, isConnected: boolean, isNamed: boolean): void {
  const layout = `${rows} rows, header by ${link}, authors by ${authors}`;
  const { still, connected, named } = of.get(layout) ?? { still: 0, connected: 0, named: 0 };
  of.set(layout, {
    still: still + 1,
    connected: connected + Number(isConnected),
    named: named + Number(isConnected && isNamed),
  });
}

/** Whether the product owes a person here: at a profile, on a list that is there, and in a conversation that is connected. */
function isGivenAt(at: Place, screen: Carried['screen'], design: Design): boolean {
  if (at.kind === 'profile') return true;
  return at.kind === 'list' ? screen.kind === 'list' : isConnected(screen, at, design);
}

/** The person of the address, or on a list one of its rows under their own name. */
function expectRight(carried: Carried | null): void {
  if (carried === null) return;
  const { identity, name, place, screen } = carried;
  const people = place.kind === 'list' && screen.kind === 'list' ? screen.of.people : place.people;
  const said = `${JSON.stringify(identity)} at ${place.url}`;
  if (place.kind === 'thread') expect(people.length, said).toBe(1);
  const meant = people.filter((person) => isSamePerson(identityOf(person, identity), identity));
  expect(meant.length, said).toBe(1);
  if (name !== null) expect(name, said).toBe(meant[0]?.name);
}

/** A person by the kinds of id by which they were named. */
function identityOf({ slug, memberId }: Person, by: LinkedInIdentity): LinkedInIdentity {
  return LinkedInIdentity.parse({
    slug: by.slug === null ? null : slug,
    memberId: by.memberId === null ? null : memberId,
    salesId: null,
  });
}

/** Each walk opens some pages that no other has; jsdom takes its time for them. */
const RUNS = 150;

const noTally = (): Tally => ({ threads: 0, named: 0, still: new Map(), added: 0 });
const tally = noTally();

const takeAll = (read: ReadScreen, counted: Tally) => fc.asyncProperty(walk, (one) => take(one, counted, read));

/** What the first walk that goes wrong says, with a reader other than the product's. */
async function firstFailure(read: ReadScreen): Promise<string> {
  const { errorInstance } = await fc.check(takeAll(read, noTally()), { numRuns: RUNS, endOnFailure: true });
  return String(errorInstance);
}

describe(`over random walks through conversations, profiles and lists (seed ${SEED})`, () => {
  it('an add carries the person at the address or in the row, and a person connected to the address is given', async () => {
    await fc.assert(takeAll(readScreen, tally), { numRuns: RUNS });
    const recalls = [...tally.still].filter(([, { connected }]) => connected > 0);
    expect(recalls.length).toBeGreaterThan(8);
    for (const [layout, { connected, named }] of recalls) expect(named, layout).toBe(connected);
    expect(tally.added).toBeGreaterThan(20);
  });

  it('a reader that believes the header is caught', async () => {
    const believing: ReadScreen = (script, screen, ...rest) => {
      const reading = readScreen(script, screen, ...rest);
      const header = screen.kind === 'thread' ? screen.parts.header : null;
      const [person] = header?.people ?? [];
      if (reading === 'public' || reading.kind !== 'unsettled') return reading;
      if (header?.people.length !== 1 || person === undefined) return reading;
      const identity = LinkedInIdentity.parse({ slug: null, memberId: person.memberId, salesId: null });
      return { ...reading, kind: 'thread', identity };
    };
    expect(await firstFailure(believing)).toMatch(/ACoAA.* at https:/u);
  });

  it('a reader that never names anyone in a conversation is caught', async () => {
    const silent: ReadScreen = (...args) => {
      const reading = readScreen(...args);
      return reading !== 'public' && reading.kind === 'thread'
        ? { ...reading, kind: 'unsettled', identity: null, fields: {} }
        : reading;
    };
    expect(await firstFailure(silent)).toMatch(/someone is connected/u);
  });
});

afterAll(() => {
  const { threads, named, still, added } = tally;
  const share = (part: number, whole: number): string => `${((100 * part) / Math.max(whole, 1)).toFixed(0)} %`;
  const layouts = [...still]
    .sort()
    .map(
      ([layout, of]) => `  ${layout}: ${share(of.named, of.connected)} of ${of.connected} (${of.still} stood still)\n`,
    );
  process.stdout.write(
    `walks: ${added} adds; of ${threads} looks at conversations ${share(named, threads)} named the person, ` +
      `${share(threads - named, threads)} could not tell; named on still pages that tie a person to the address:\n` +
      layouts.join(''),
  );
});
