import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ana, cast, jonas, mira, teo } from '@/e2e/support/cast';
import { feedPage, skeletonPage, walledPage } from '@/e2e/linkedin/pages/other';
import { profilePage } from '@/e2e/linkedin/site';
import { FIELD_MAX_LENGTH } from '@/lib/domain/reading';
import { FIELD_MAX_LENGTH as READERS_LIMIT } from '../page/text';
import { readPage } from '../testing/read-page';
import { parsePage } from '../testing/parse-page';

const address = (slug: string): string => `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`;
const GENERATIONS = ['classic', 'current'] as const;
const pages = cast.flatMap((person) => GENERATIONS.map((generation) => ({ person, generation, name: person.name })));

describe('a profile page', () => {
  it.each(pages)('of $name in the $generation generation is read completely', ({ person, generation }) => {
    const url = address(person.slug);
    const reading = readPage(parsePage(profilePage(person, generation)), url);
    expect(reading).toMatchObject({
      kind: 'profile',
      generation,
      identity: { slug: person.slug, memberId: person.memberId },
      missing: [],
      fields: {
        name: { value: person.name, certainty: 'proven' },
        headline: { value: person.headline },
        position: { value: person.position },
        company: { value: person.company },
        location: { value: person.location },
        about: { value: person.about },
      },
    });
    expect(reading.fields.avatar?.value).toContain(encodeURIComponent(person.slug));
  });

  it('gives first and last name from the page, or from a proven name of two plain words', () => {
    const url = address(mira.slug);
    const classic = readPage(parsePage(profilePage(mira, 'classic')), url);
    const current = readPage(parsePage(profilePage(mira, 'current')), url);
    expect(classic.fields.lastName).toEqual({ value: 'Okonkwo', evidence: 'island', certainty: 'proven' });
    expect(current.fields.lastName).toEqual({ value: 'Okonkwo', evidence: 'split', certainty: 'proven' });
  });

  it.each(GENERATIONS)('is not changed by being read (%s)', (generation) => {
    const url = address(mira.slug);
    const document = parsePage(profilePage(mira, generation));
    const before = document.documentElement.outerHTML;
    readPage(document, url);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it.each(GENERATIONS)('is recognised by the member id in the address (%s)', (generation) => {
    const url = address(mira.memberId);
    expect(readPage(parsePage(profilePage(mira, generation)), url)).toMatchObject({
      kind: 'profile',
      identity: { slug: mira.slug, memberId: mira.memberId },
    });
  });

  it.each(GENERATIONS)('lists what is missing (%s)', (generation) => {
    const url = address(mira.slug);
    const html = profilePage({ ...mira, headline: '--' }, generation);
    const reading = readPage(parsePage(html), url);
    expect(reading.missing).toEqual(['headline']);
  });
});

describe('never the wrong person', () => {
  it.each(GENERATIONS)('a page that still shows the previous person is unsettled (%s)', (generation) => {
    const url = address(mira.slug);
    expect(readPage(parsePage(profilePage(jonas, generation)), url)).toEqual({
      kind: 'unsettled',
      generation,
      identity: { slug: mira.slug, memberId: null, salesId: null },
      fields: {},
      missing: ['name', 'headline', 'position', 'company', 'location'],
      unexpectedLayout: [],
      people: [],
    });
  });

  it('gives no member id when the cards contradict each other', () => {
    const url = address(mira.slug);
    const html = profilePage(mira, 'current').replace(`ref${mira.memberId}About`, `ref${ana.memberId}About`);
    expect(readPage(parsePage(html), url)).toMatchObject({ kind: 'profile', identity: { memberId: null } });
  });

  it.each([
    ['a wall', walledPage(), 'walled'],
    ['a skeleton', skeletonPage(), 'unsettled'],
  ])('%s gives only the person in the address', (_, html, kind) => {
    const url = address(mira.slug);
    expect(readPage(parsePage(html), url)).toMatchObject({ kind, identity: { slug: mira.slug }, fields: {} });
  });

  it('the feed gives no person', () => {
    const url = 'https://www.linkedin.com/feed/';
    expect(readPage(parsePage(feedPage(cast)), url)).toMatchObject({ kind: 'other', identity: null, fields: {} });
  });

  it.each(GENERATIONS)('markup in a name stays text (%s)', (generation) => {
    const url = address(mira.slug);
    const name = '<img src=x onerror=alert(1)>';
    expect(readPage(parsePage(profilePage({ ...mira, name }, generation)), url).fields.name?.value).toBe(name);
  });

  it.each(GENERATIONS)('elements named like the document’s own methods change nothing (%s)', (generation) => {
    const url = address(mira.slug);
    const clobbered = profilePage(mira, generation).replace(
      /<body([^>]*)>/u,
      '<body$1><form name="querySelector"></form><form name="querySelectorAll"></form><a id="body"></a><img name="cookie">',
    );
    expect(readPage(parsePage(clobbered), url).fields).toEqual(
      readPage(parsePage(profilePage(mira, generation)), url).fields,
    );
  });

  it('pages broken at random never throw and never give another person', { timeout: 120_000 }, () => {
    const url = address(mira.slug);
    const others = [ana.name, jonas.name, teo.name, ana.headline, jonas.headline, teo.headline];
    const sources = GENERATIONS.map((generation) => profilePage(mira, generation));
    const mutation = fc.record({
      source: fc.constantFrom(...sources),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.array(fc.nat(400), { maxLength: 12 }),
      moved: fc.array(fc.tuple(fc.nat(400), fc.nat(400)), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(mutation, ({ source, cut, removed, moved }) => {
        const document = parsePage(source.slice(0, Math.max(2_000, source.length * cut)));
        const elements = [...document.querySelectorAll('body *')];
        for (const at of removed) elements[at]?.remove();
        for (const [from, to] of moved) {
          const [node, place] = [elements[from], elements[to]];
          if (node !== undefined && place !== undefined && !node.contains(place)) place.append(node);
        }
        const { fields, identity } = readPage(document, url);
        expect(identity?.slug).toBe(mira.slug);
        expect(others).not.toContain(fields.name?.value);
        expect(others).not.toContain(fields.headline?.value);
      }),
      { numRuns: 150 },
    );
  });
});

it('cuts values at the schema’s limit', () => {
  expect(READERS_LIMIT).toBe(FIELD_MAX_LENGTH);
  const url = address(mira.slug);
  const long = readPage(parsePage(profilePage({ ...mira, about: 'x'.repeat(50_000) }, 'classic')), url);
  expect(long.fields.about?.value).toHaveLength(4_000);
});
