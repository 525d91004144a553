import { describe, expect, it } from 'vitest';
import { jonas, mira } from '@/e2e/support/cast';
import { slugInPath } from '@/e2e/linkedin/pages/markup';
import { toHtml } from '@/e2e/linkedin/pages/tree';
import { recruiterIdOf } from '@/e2e/linkedin/samples/ids';
import { en } from '@/e2e/linkedin/samples/languages/germanic';
import {
  candidate,
  recruiterAddress,
  recruiterPage,
  type RecruiterPage,
} from '@/e2e/linkedin/samples/recruiter/recruiter-page';
import { readLeadPage } from '../read/read-lead-page';
import { parsePage } from '../testing/parse-page';

const url = recruiterAddress(mira);
const read = (html: string) => readLeadPage(parsePage(html), url);
const html = (changes: Partial<RecruiterPage> = {}): string => toHtml(recruiterPage(candidate(mira, en, changes)));

describe('a Recruiter profile’s public address', () => {
  it.each([
    ['a member id', `/in/${mira.memberId}`, null],
    ['a slug with marks and capitals', '/in/Nguy%E1%BB%85n-X4/', 'nguyễn-x4'],
    ['oneself', '/in/me/', null],
    ['another host', 'https://www.linkedin.com.evil.example/in/mira-okonkwo', null],
  ])('is absent when its link leads to %s', (_, href, slug) => {
    const page = html().replace(`https://www.linkedin.com/in/${slugInPath(mira.slug)}`, href);
    expect(read(page).identity?.slug).toBe(slug);
  });

  it('is absent when another link in its place has lost its address', () => {
    const other = `<a href="https://www.linkedin.com/in/${jonas.slug}">`;
    const page = html({ linked: [mira, jonas] });
    expect(page).toContain(other);
    expect(read(page.replace(other, '<a>')).identity?.slug).toBeNull();
  });

  it('comes from no other link of the page', () => {
    const page = html({ linked: [] });
    expect(page).toContain('/in/teo-larsen-test');
    expect(read(page).identity).toEqual({
      slug: null,
      memberId: null,
      salesId: null,
      recruiterId: recruiterIdOf(mira.memberNumber),
    });
  });

  it('is absent while the page still shows another person', () => {
    const stale = toHtml(recruiterPage(candidate(jonas, en)));
    expect(read(stale)).toMatchObject({ kind: 'unsettled', identity: { slug: null } });
  });
});

it('a Recruiter page that still shows the previous profile, title included, gives no public address', () => {
  const stale = toHtml(recruiterPage(candidate(jonas, en, { namesId: false })));
  expect(stale).toContain(`/in/${jonas.slug}`);
  expect(read(stale).identity).toMatchObject({ slug: null, recruiterId: recruiterIdOf(mira.memberNumber) });
});

it.each(['headline', 'location'])('a Recruiter profile without the %s’s place says so', (part) => {
  const place = `data-test-row-lockup-${part}`;
  expect([html(), html().replaceAll(place, 'data-test-moved')].map((page) => read(page).unexpectedLayout)).toEqual([
    [],
    [part],
  ]);
});

describe('a Recruiter profile’s title', () => {
  it.each([
    ['Mira Okonkwo | LinkedIn Recruiter', true, 'proven'],
    ['Profile | LinkedIn Talent Solutions', true, 'proven'],
    ['Mira Okonkwo | LinkedIn Recruiter', false, 'inferred'],
    ['Profile | LinkedIn Talent Solutions', false, undefined],
  ])('%j, with an id on the page: %s', (title, namesId, certainty) => {
    expect(read(html({ title, namesId })).fields.name?.certainty).toBe(certainty);
  });
});
