import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mira } from '@/e2e/support/cast';
import { canonicalUrl, parseIdentity } from './identity';

const slug = 'mira-okonkwo';
const bySlug = { slug, memberId: null, salesId: null };

describe('an address that means a person', () => {
  it.each([
    `https://www.linkedin.com/in/${slug}`,
    `https://www.linkedin.com/in/${slug}/`,
    `www.linkedin.com/in/${slug}`,
    `https://linkedin.com/in/${slug}/`,
    `https://de.linkedin.com/in/${slug}?originalSubdomain=de`,
    `https://m.linkedin.com/in/${slug}/`,
    `https://www.linkedin.com/mwlite/in/${slug}`,
    `https://www.linkedin.com/in/${slug}/de/`,
    `https://www.linkedin.com/in/${slug}/overlay/contact-info/`,
    `https://www.linkedin.com/in/${slug}/details/experience/`,
    `https://www.linkedin.com/in/${slug}/?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3AACoAA&lipi=x#top`,
    `https://www.linkedin.com//in//Mira-Okonkwo`,
  ])('%s', (address) => {
    expect(parseIdentity(address)).toEqual({ ok: true, value: bySlug });
  });

  it('keeps a member id as it is written', () => {
    expect(parseIdentity(`https://www.linkedin.com/in/${mira.memberId}/`)).toEqual({
      ok: true,
      value: { slug: null, memberId: mira.memberId, salesId: null },
    });
  });

  it.each([`/sales/lead/${mira.salesId ?? ''},NAME_SEARCH,abcd`, `/sales/people/${mira.salesId ?? ''}%2Cname%2Cxy`])(
    'knows a Sales Navigator lead: %s',
    (path) => {
      expect(parseIdentity(`https://www.linkedin.com${path}`)).toEqual({
        ok: true,
        value: { slug: null, memberId: null, salesId: mira.salesId },
      });
    },
  );

  it('decodes a slug once and composes its letters', () => {
    expect(parseIdentity('https://www.linkedin.com/in/nguy%E1%BB%85n-th%E1%BB%8B-an-x4')).toMatchObject({
      value: { slug: 'nguyễn-thị-an-x4' },
    });
  });
});

describe('an address that means nobody', () => {
  it.each([
    ['https://www.linkedin.com/in/me/', 'self'],
    ['https://www.linkedin.com/feed/', 'not-a-person'],
    ['https://www.linkedin.com/company/nordlys/', 'not-a-person'],
    ['https://www.linkedin.com/in/', 'not-a-person'],
    ['https://www.linkedin.com/in/../../feed', 'not-a-person'],
    ['https://www.linkedin.com/in/%2e%2e%2ffeed', 'malformed'],
    ['https://www.linkedin.com/in/a%00b', 'malformed'],
    [`https://www.linkedin.com/in/${'a'.repeat(300)}`, 'malformed'],
    ['https://www.linkedin.com.evil.example/in/mira', 'not-linkedin'],
    ['https://evil-linkedin.com/in/mira', 'not-linkedin'],
    ['https://www.linkedin.com:444/in/mira', 'not-linkedin'],
    ['http://www.linkedin.com/in/mira', 'not-linkedin'],
    ['https://user@www.linkedin.com/in/mira', 'not-linkedin'],
    ['https://www.linkedin.com./in/mira', 'not-linkedin'],
    ['https://getsales.io/in/mira', 'not-linkedin'],
    ['', 'not-an-address'],
    ['Mira Okonkwo', 'not-an-address'],
    [`https://www.linkedin.com/in/${'a'.repeat(10_000)}`, 'not-an-address'],
  ])('%s is refused: %s', (address, error) => {
    expect(parseIdentity(address)).toEqual({ ok: false, error });
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => 'ok' in parseIdentity(text)));
  });
});

it('the canonical address of anybody leads back to them', () => {
  const slugs = fc.stringMatching(/^[\p{Ll}\d][\p{Ll}\d-]{0,40}$/u).map((text) => text.normalize('NFC').toLowerCase());
  fc.assert(
    fc.property(slugs, (text) => {
      const first = parseIdentity(`https://www.linkedin.com/in/${encodeURIComponent(text)}`);
      fc.pre(first.ok);
      expect(parseIdentity(canonicalUrl(first.value))).toEqual(first);
    }),
  );
});
