import { describe, expect, it } from 'vitest';
import { ana, jonas, li, mira, type CastMember } from '@/e2e/support/cast';
import { readPage } from '../testing/read-page';
import { parsePage } from '../testing/parse-page';

const CONNECTIONS = 'https://www.linkedin.com/mynetwork/invite-connect/connections/';
const SEARCH = 'https://www.linkedin.com/search/results/people/?keywords=x';

function people(url: string, html: string) {
  const { people: rows } = readPage(parsePage(html), url);
  return rows.map(({ identity: { slug, memberId }, fields }) => {
    expect(memberId).toBeNull();
    return [slug, fields.name?.value, fields.headline?.value];
  });
}

const screen = (name: string, rows: string): string =>
  `<main><div role="main" data-sdui-screen="com.linkedin.sdui.flagshipnav.${name}"><h1>People</h1><div>${rows}</div></div></main>`;

/** A connection's row: no role, but a keyed link around the lines, and since when beside it. */
function connection({ slug, name, memberId }: CastMember, headline: string | null, since: string, role = ''): string {
  const link = `href="https://www.linkedin.com/in/${encodeURIComponent(slug)}/" data-view-name="connections-profile"`;
  const line = headline === null ? '' : `<div><p><span>${headline}</span></p></div>`;
  return `<div><div ${role}><a ${link}><figure></figure></a><div><a ${link}><div><p>${name}</p>${line}</div></a><p>${since}</p></div>
    <a href="/messaging/compose/?recipient=${memberId}" aria-label="${name}">···</a></div><hr></div>`;
}

describe('connections in rows without a role', () => {
  const SINCE = [
    'Connected on April 30, 2026',
    'Vernetzt am 30. April 2026',
    '2026年4月30日につながりました',
    'تم التواصل في ٣٠ أبريل ٢٠٢٦',
    'เชื่อมต่อเมื่อ 30 เมษายน 2569',
  ];
  it.each(SINCE.flatMap((since) => [[since, ''] as const, [since, 'role="listitem"'] as const]))(
    'are read, and "%s" is no headline (%s)',
    (since, role) => {
      const rows = connection(ana, 'Reef ecologist', since, role) + connection(li, null, since, role);
      expect(people(CONNECTIONS, screen('mynetwork.Connections', rows))).toEqual([
        [ana.slug, ana.name, 'Reef ecologist'],
        [li.slug, li.name, undefined],
      ]);
    },
  );
});

/** A search result that says nothing of itself but its key, and whom its button invites. */
function result(
  person: CastMember,
  key: string,
  changes: { invites?: CastMember; label?: string; mutual?: CastMember } = {},
): string {
  const { invites = person, label = `Connect ${person.name}`, mutual } = changes;
  const link = (one: CastMember): string =>
    `<a href="https://www.linkedin.com/in/${encodeURIComponent(one.slug)}/?x=1">${one.name}</a>`;
  return `<div><figure></figure><div><p>${link(person)}<span> • 2nd</span></p><div><p><span>${person.headline}</span></p></div>
    <div><p><span>Faro, Portugal</span></p></div>${mutual === undefined ? '' : `<p>${link(mutual)} is a mutual connection</p>`}</div>
    <div ${key}><a href="/preload/search-custom-invite/?vanityName=${encodeURIComponent(invites.slug)}" aria-label="${label}">Connect</a></div></div>`;
}
const byId = ({ memberId }: CastMember): string => `componentkey="SearchResults${memberId}"`;
const byButton = ({ memberNumber }: CastMember): string =>
  `componentkey="ConnectButtonstate:invitation:urn:li:member:${memberNumber}_connect"`;
const search = (rows: string) => people(SEARCH, screen('search.SearchResultsPeople', rows));

describe('search results known by their key', () => {
  it('are read by the id in the key', () => {
    expect(search(result(ana, byId(ana), { mutual: mira }) + result(jonas, byId(jonas)))).toEqual([
      [ana.slug, ana.name, ana.headline],
      [jonas.slug, jonas.name, jonas.headline],
    ]);
  });

  it('are read by the number in the button', () => {
    expect(search(result(ana, byButton(ana)) + result(jonas, byButton(jonas)))).toEqual([
      [ana.slug, ana.name, ana.headline],
      [jonas.slug, jonas.name, jonas.headline],
    ]);
  });

  it('are read when there is only one, if its button names the person', () => {
    expect(search(result(ana, byId(ana)))).toEqual([[ana.slug, ana.name, ana.headline]]);
  });

  it('are read beside rows without a key, which are left out', () => {
    const keyless = result(mira, '').replace(/<a href="\/preload[^]*?<\/a>/u, '');
    const pair = (first: string, second: string): string => `<div>${first}${second}</div>`;
    expect(search(pair(keyless, result(ana, byId(ana))) + pair(result(jonas, byId(jonas)), keyless))).toEqual([
      [ana.slug, ana.name, ana.headline],
      [jonas.slug, jonas.name, jonas.headline],
    ]);
  });

  it('are left out when the only button names another person', () => {
    expect(search(result(ana, byId(jonas), { invites: jonas, label: `Connect ${jonas.name}` }))).toEqual([]);
  });

  it('are left out where the button invites another person', () => {
    expect(search(result(ana, byId(ana), { invites: jonas }) + result(jonas, byId(jonas)))).toEqual([
      [jonas.slug, jonas.name, jonas.headline],
    ]);
  });
});
