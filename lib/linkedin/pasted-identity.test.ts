import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ana, mira } from '@/e2e/support/cast';
import { pastedIdentity } from './pasted-identity';
import { addresses } from './testing/addresses';

const SALES = mira.salesId ?? '';
const LINK = 'https://www.linkedin.com/in/mira-okonkwo/';
const bySlug = { ok: true, value: { slug: 'mira-okonkwo', memberId: null, salesId: null } };

describe('a text that names one person', () => {
  it.each([
    LINK,
    'linkedin.com/in/mira-okonkwo',
    'http://www.linkedin.com/in/mira-okonkwo',
    `"${LINK}"`,
    `<${LINK}>`,
    `(${LINK}).`,
    `[Mira](${LINK})`,
    `<a href="${LINK}">Mira Okonkwo</a>`,
    `See ${LINK}, please!`,
    `Kennst du www.linkedin.com/in/mira-okonkwo?`,
    `Mira Okonkwo\nHead of Procurement\nin: ${LINK}\nmira@nordlys.example`,
    `URL;type=LinkedIn:https\\://x\n${LINK}`,
    `${LINK} ${LINK}details/experience/`,
    '„https://de.linkedin.com/in/mira-okonkwo“',
    'in/mira-okonkwo',
    '/in/mira-okonkwo/',
  ])('%j', (text) => {
    expect(pastedIdentity(text)).toEqual(bySlug);
  });

  it.each([
    [`urn:li:fsd_profile:${mira.memberId}`, { memberId: mira.memberId }],
    [`urn:li:fs_miniProfile:${mira.memberId}`, { memberId: mira.memberId }],
    [`urn:li:fs_salesProfile:(${SALES},NAME_SEARCH,xx)`, { salesId: SALES }],
    [mira.memberId, { memberId: mira.memberId }],
    [SALES, { salesId: SALES }],
  ])('%s by its id', (text, ids) => {
    expect(pastedIdentity(text)).toEqual({ ok: true, value: { slug: null, memberId: null, salesId: null, ...ids } });
  });
});

describe('a text that names nobody, by what it is instead', () => {
  it.each([
    [`${LINK} and https://www.linkedin.com/in/${ana.slug}/`, 'several'],
    ['Mira Okonkwo', 'not-an-address'],
    ['', 'not-an-address'],
    ['mira-okonkwo', 'not-linkedin'],
    ['mira@linkedin.com/in/x', 'not-linkedin'],
    ['https://evil-linkedin.com/in/mira-okonkwo', 'not-linkedin'],
    ['https://www.linkedin.com.evil.example/in/mira-okonkwo', 'not-linkedin'],
    ['https://www.linkedin.com:444/in/mira-okonkwo', 'not-linkedin'],
    ['https://www.linkedin.com/company/nordlys/', 'not-a-person'],
    ['https://www.linkedin.com/in/me/', 'self'],
    ['https://www.linkedin.com/messaging/thread/2-abc/', 'thread'],
    ['https://www.linkedin.com/search/results/people/?keywords=x', 'many'],
  ])('%j is refused: %s', (text, error) => {
    expect(pastedIdentity(text)).toEqual({ ok: false, error });
  });
});

it('noise around an address changes nobody', () => {
  const noise = fc.stringMatching(/^[A-Za-z ,.;:!?()"'<>\n]{0,40}$/u);
  const link = fc.constantFrom(...addresses.profile.filter((address) => address.startsWith('https://www')));
  fc.assert(
    fc.property(noise, noise, link, (before, after, address) => {
      expect(pastedIdentity(`${before} ${address} ${after}`)).toEqual(pastedIdentity(address));
    }),
    { seed: Number(process.env.SEED ?? 20261123), numRuns: 500 },
  );
});

it('nothing makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => 'ok' in pastedIdentity(text)));
});
