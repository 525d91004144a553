import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mira } from '@/e2e/support/cast';
import { parseAddress, ROUTES } from './parse-address';
import { followAddress } from './follow-address';
import { canonicalUrl, parseIdentity } from './parse-address';
import { asSlug } from './ids';
import { addresses, slugs, type Kind } from '../testing/addresses';
import { SEED } from '../testing/seed';

const runs = { numRuns: 500 };

function kindOf(address: string): Kind {
  const parsed = parseAddress(address);
  return parsed.ok ? parsed.value.kind : parsed.error;
}

/** What every kind of address, asked alone, makes of an address that is not its own: nothing. */
function kindsThatKnow(address: string): readonly Kind[] {
  return ROUTES.map((route) => followAddress(address, route))
    .map((found) => (found.ok ? found.value.kind : found.error))
    .filter((kind) => kind !== 'not-a-person');
}

const examples = Object.entries(addresses).flatMap(([kind, list]) => list.map((address) => [kind, address] as const));

const OF_ONE_KIND = ['profile', 'detail', 'overlay', 'sales-lead', 'recruiter', 'compose', 'thread', 'many', 'self'];

describe('every example is of its own kind and of no other', () => {
  const hostile = ['not-linkedin', 'malformed', 'not-an-address'];
  it.each(examples.filter(([kind]) => !hostile.includes(kind)))('%s: %s', (kind, address) => {
    expect(kindOf(address)).toBe(kind);
  });

  it.each(addresses['not-linkedin'])(titleOf('P17', '%s'), (address) => {
    expect(kindOf(address)).toBe('not-linkedin');
  });

  it.each([
    ...addresses.malformed.map((address) => ['malformed', address] as const),
    ...addresses['not-an-address'].map((address) => ['not-an-address', address] as const),
  ])('%s: %s', (kind, address) => {
    expect(kindOf(address)).toBe(kind);
  });

  it.each(examples.filter(([kind]) => OF_ONE_KIND.includes(kind)))('only %s knows %s', (kind, address) => {
    expect(kindsThatKnow(address)).toEqual([kind]);
  });

  it.each(addresses['not-a-person'])('no kind knows %s', (address) => {
    expect(kindsThatKnow(address)).toEqual([]);
  });

  it('covers the field', () => {
    expect(examples.length).toBeGreaterThan(150);
    expect(new Set(examples.map(([, address]) => address)).size).toBe(examples.length);
  });
});

it.each(slugs)('%s in an address means %s', (inAddress, slug) => {
  expect(parseIdentity(`https://www.linkedin.com/in/${inAddress}/`)).toEqual({
    ok: true,
    value: { slug, memberId: null, salesId: null },
  });
});

it.each([
  [addresses.compose[0], { slug: null, memberId: mira.memberId, salesId: null }],
  [addresses['sales-lead'][1], { slug: null, memberId: null, salesId: mira.salesId }],
  [addresses['sales-lead'][6], { slug: null, memberId: mira.memberId, salesId: null }],
  [addresses.overlay[6], { slug: 'mira-okonkwo', memberId: null, salesId: null }],
])('%s names exactly this person', (address, identity) => {
  expect(parseIdentity(address ?? '')).toEqual({ ok: true, value: identity });
});

const slug = fc
  .stringMatching(/^[\p{Ll}\p{Lo}\d][\p{Ll}\p{Lo}\d_.-]{0,40}$/u)
  .filter((text) => parseIdentity(`https://www.linkedin.com/in/${encodeURIComponent(text)}/`).ok);
const SUB_PAGES = ['overlay', 'detail', 'details', 'recent-activity', 'edit', 'add-edit', 'opportunities'];
const at = (text: string): string => `https://www.linkedin.com/in/${encodeURIComponent(text)}`;

describe(`properties (seed ${SEED})`, () => {
  it('nothing makes it throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.webUrl()),
        (text) => 'ok' in parseAddress(text),
      ),
      runs,
    );
  });

  it('a page that LinkedIn does not have below a profile makes the link malformed', () => {
    const first = fc.stringMatching(/^[a-z\d-]{3,20}$/u).filter((word) => !SUB_PAGES.includes(word));
    const locale = fc.constantFrom('', 'de/', 'pt-br/');
    const rest = fc.constantFrom('', '/', '/ana-duarte-x1', '/details/experience/');
    fc.assert(
      fc.property(slug, locale, first, rest, (name, language, word, below) => {
        expect(kindOf(`${at(name)}/${language}${word}${below}`)).toBe('malformed');
      }),
      runs,
    );
  });

  it('the canonical address of anybody leads back to them, and to itself', () => {
    fc.assert(
      fc.property(fc.oneof(slug.map(at), fc.constantFrom(...examples.map(([, address]) => address))), (address) => {
        const first = parseIdentity(address);
        fc.pre(first.ok);
        const canonical = canonicalUrl(first.value);
        const again = parseIdentity(canonical);
        expect(again).toEqual(first);
        expect(again.ok && canonicalUrl(again.value)).toBe(canonical);
      }),
      runs,
    );
  });

  it('no way of writing an address leaves the person', () => {
    const host = fc.constantFrom(
      'www.linkedin.com',
      'linkedin.com',
      'de.linkedin.com',
      'WWW.LINKEDIN.COM',
      'm.linkedin.com',
    );
    const below = fc.constantFrom(
      '',
      '/',
      '/de/',
      '/overlay/contact-info/',
      '/details/experience/',
      '/recent-activity/all/',
    );
    const query = fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,12}$/u), fc.webQueryParameters(), { maxKeys: 4 });
    const wrap = fc.constantFrom(
      (url: string) => url,
      (url: string) => `https://www.linkedin.com/safety/go?url=${encodeURIComponent(url)}`,
      (url: string) => `https://www.linkedin.com/authwall?sessionRedirect=${encodeURIComponent(url)}&trk=x`,
    );
    fc.assert(
      fc.property(slug, host, below, query, wrap, (text, name, path, parameters, wrapped) => {
        const url = `https://${name}/in/${encodeURIComponent(text)}${path}?${new URLSearchParams(parameters).toString()}#x`;
        expect(parseIdentity(wrapped(url))).toEqual(parseIdentity(at(text)));
      }),
      runs,
    );
  });

  it('a slug is the same however often it is read', () => {
    const letters = fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 12 });
    const marked = fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(letters, marked, fc.constantFrom('H\u0331', 'İ\u0316', '\u212aim')), (text) => {
        const first = asSlug(encodeURIComponent(text));
        expect(asSlug(encodeURIComponent(first ?? ''))).toBe(first);
      }),
      runs,
    );
  });

  it('two people never share a canonical address', () => {
    fc.assert(
      fc.property(slug, slug, (a, b) => {
        const [one, other] = [parseIdentity(at(a)), parseIdentity(at(b))];
        fc.pre(one.ok && other.ok && one.value.slug !== other.value.slug);
        expect(canonicalUrl(one.value)).not.toBe(canonicalUrl(other.value));
      }),
      runs,
    );
  });
});
