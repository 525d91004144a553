import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ana, mira } from '@/e2e/support/cast';
import { parseIdentity } from './parse-address';
import { pastedIdentity } from './pasted-identity';
import { addresses, pathWords } from '../testing/addresses';
import { byId, naming, refused } from '../testing/pasted-texts';
import { SEED } from '../testing/seed';

const runs = { numRuns: 1_000 };
const LINK = 'https://www.linkedin.com/in/mira-okonkwo';
const SHE = parseIdentity(LINK);
/** What a slug may be made of, and what leads on to what comes below a profile. */
const GOES_ON = /^[\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{RI}\p{EMod}\p{Cf}.,;:!*_~%&'’/?#\\-]/u;

describe('a text that names one person', () => {
  it.each(naming)('%j names Mira', (text) => {
    expect(pastedIdentity(text)).toEqual({
      ok: true,
      value: { slug: 'mira-okonkwo', memberId: null, salesId: null },
    });
  });

  it.each(byId)('%j names her by id', (text, ids) => {
    expect(pastedIdentity(text)).toEqual({ ok: true, value: { slug: null, memberId: null, salesId: null, ...ids } });
  });

  const people = Object.values(addresses)
    .flat()
    .filter((address) => parseIdentity(address).ok);
  it.each(people)('%s gives the same person as a tab’s address', (address) => {
    expect(pastedIdentity(address)).toEqual(parseIdentity(address));
  });
});

it.each(refused)('%j is refused: %s', (text, error) => {
  expect(pastedIdentity(text)).toEqual({ ok: false, error });
});

describe(`properties (seed ${SEED})`, () => {
  it('noise around an address does not change the person', () => {
    const noise = fc.stringMatching(/^[A-Za-z ,.;:!?()"'<>\n]{0,40}$/u);
    const link = fc.constantFrom(...addresses.profile.filter((address) => /^https:\/\/www[^'’&\n]*$/u.test(address)));
    fc.assert(
      fc.property(noise, noise, link, (before, after, address) => {
        // An address at the end of a long line may go on below (see the refused texts).
        fc.pre(!/^ *\n/u.test(after));
        expect(pastedIdentity(`${before} ${address} ${after}`)).toEqual(pastedIdentity(address));
      }),
      runs,
    );
  });

  it('text directly after an address never gives another person', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(!GOES_ON.test(after));
        const named = pastedIdentity(`${before} ${LINK}${after}`);
        expect(named.ok ? named : SHE).toEqual(SHE);
      }),
      runs,
    );
  });

  it('a link broken anywhere gives the same person or none', () => {
    const seam = fc.constantFrom('-\n', '\n-', '…', '...', '\u00ad\n', '\u200b', '=\n', '%', '\\-\n', "'", '&', '谢');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), seam, (at, between) => {
        const slug = 'mira-okonkwo';
        const named = pastedIdentity(`see https://www.linkedin.com/in/${slug.slice(0, at)}${between}${slug.slice(at)}`);
        expect(named.ok ? named : SHE).toEqual(SHE);
      }),
      runs,
    );
  });

  it('two people are never one, however close they stand', () => {
    const between = fc.stringMatching(/^[ ,.;:!?()"'<>|/\n\t-]{0,6}$/u);
    const scheme = fc.constantFrom('https://www.', 'http://', 'https://de.', ' www.', '\n', '\t/');
    fc.assert(
      fc.property(between, scheme, (gap, start) => {
        expect(pastedIdentity(`${LINK}${gap}${start}linkedin.com/in/${ana.slug}`).ok).toBe(false);
      }),
      runs,
    );
  });

  it('the first word of an address of LinkedIn is no person, pasted or in a tab', () => {
    const onLinkedIn = /^https:\/\/www\.linkedin\.com\/+([\w-]+)/u;
    const words = Object.values(addresses)
      .flat()
      .flatMap((address) => onLinkedIn.exec(address)?.[1] ?? [])
      .concat(pathWords, 'http', 'https');
    const start = fc.constantFrom(
      '',
      '/',
      'linkedin.com/',
      'https://www.linkedin.com/',
      'http://de.linkedin.com/comm/',
    );
    const end = fc.constantFrom('', '/', ':', ':/', '/de/', '/mira-okonkwo', '?trk=x', '#x');
    const spelled = fc.constantFrom(
      (word: string) => word,
      (word: string) => word.toUpperCase(),
      (word: string) => word.replace(/^./u, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
    );
    fc.assert(
      fc.property(fc.constantFrom(...words), spelled, start, end, (word, spell, before, after) => {
        const path = `in/${spell(word)}${after}`;
        expect(pastedIdentity(`${before}${path}`)).toEqual({ ok: false, error: 'malformed' });
        expect(parseIdentity(`https://www.linkedin.com/${path}`)).toEqual({ ok: false, error: 'malformed' });
      }),
      runs,
    );
  });

  it('nothing makes it throw', () => {
    const pieces = fc.constantFrom(
      LINK,
      '<',
      '>',
      '&#x',
      ';',
      '\\u',
      '\\',
      '%',
      'urn:li:',
      mira.memberId,
      '\n',
      '\ud800',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2_000 }),
      fc.array(pieces).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (pasted) => 'ok' in pastedIdentity(pasted)),
      runs,
    );
  });
});
