import { describe, expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { readTab, readTabAt, stillShows } from './read-tab';

const mira = LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null });
const miraBoth = { ...mira, memberId: 'ACoAACp1iE4BkDljYZmNF_LruU7P1fi1vvM4764' };
const miraByMember = LinkedInIdentity.parse({ ...miraBoth, slug: null });
const teo = { slug: 'teo-larsen-test', memberId: null, salesId: null };

const reading = (identity: unknown) => ({
  kind: 'profile',
  generation: 'classic',
  identity,
  fields: { name: { value: 'Mira Okonkwo', evidence: 'heading', certainty: 'proven' } },
  missing: [],
  unexpectedLayout: [],
  people: [],
});

/** A browser whose reader returns `reading`, made at `href`, while the tab's address is `url`. */
const showing = (url: string | undefined, reading: object | null | undefined, href = url) => ({
  scripting: { executeScript: () => Promise.resolve([{ result: { ...reading, href } }]) },
  tabs: { get: () => Promise.resolve({ id: 7, windowId: 1, url }) },
});
const TAB = { tabId: 7, listUrl: null };
const MIRA_URL = 'https://www.linkedin.com/in/mira-okonkwo/';
const TEO_URL = 'https://www.linkedin.com/in/teo-larsen-test/';

describe('reading the tab', () => {
  it('returns the reading', async () => {
    const read = await readTab(7, mira, showing(MIRA_URL, reading(miraBoth)));
    expect(read).toMatchObject({ ok: true, value: { kind: 'profile' } });
  });

  it.each([
    ['the address changed to another person during the reading', mira, TEO_URL, reading(mira)],
    ['address and page both changed', mira, TEO_URL, reading(teo)],
    ['the page was read as another person', mira, MIRA_URL, reading(teo)],
    ['the address changed to a page without a person', mira, 'https://www.linkedin.com/feed/', reading(null)],
    ['a member-id address became a slug without evidence for both', miraByMember, MIRA_URL, reading(null)],
  ])('is person-changed when %s', async (_, expected, url, result) => {
    expect(await readTab(7, expected, showing(url, result))).toEqual({ ok: false, error: { code: 'person-changed' } });
  });

  it('follows LinkedIn from the member-id address to the slug when the page proves both', async () => {
    expect(await readTab(7, miraByMember, showing(MIRA_URL, reading(miraBoth)))).toMatchObject({ ok: true });
  });

  it('accepts a page without a person for the person in its address', async () => {
    const walled = { ...reading(null), kind: 'walled', fields: {} };
    expect(await readTab(7, mira, showing(MIRA_URL, walled))).toMatchObject({ ok: true });
  });

  it.each([
    ['nothing', undefined],
    ['a foreign shape', { kind: 'profile', fields: 'all' }],
    [
      'an over-long value',
      { ...reading(mira), fields: { about: { value: 'x'.repeat(4_001), evidence: 'heading', certainty: 'proven' } } },
    ],
  ])('is page-unreadable when the reader returned %s', async (_, result) => {
    expect(await readTab(7, mira, showing(MIRA_URL, result))).toEqual({
      ok: false,
      error: { code: 'page-unreadable' },
    });
  });

  it('is page-unreadable when the browser refuses to run the reader', async () => {
    const refusing = {
      ...showing(MIRA_URL, null),
      scripting: { executeScript: () => Promise.reject(new Error('no')) },
    };
    expect(await readTab(7, mira, refusing)).toEqual({ ok: false, error: { code: 'page-unreadable' } });
  });

  it('is tab-not-shared when the address is hidden again', async () => {
    const hidden = showing(undefined, reading(mira));
    expect(await readTab(7, mira, hidden)).toEqual({ ok: false, error: { code: 'tab-not-shared' } });
  });
});

const THREAD_URL = 'https://www.linkedin.com/messaging/thread/2-YWJj/';
const OTHER_THREAD_URL = 'https://www.linkedin.com/messaging/thread/2-ZGVm/';
const LIST_URL = 'https://www.linkedin.com/search/results/people/?keywords=procurement';
const OTHER_LIST_URL = 'https://www.linkedin.com/search/results/people/?keywords=sales';
const thread = (identity: unknown) => ({ ...reading(identity), kind: 'thread', generation: 'unknown' });

describe('running a reader', () => {
  /** A tab that returns these values by script, and the scripts that ran in it. */
  const running = (url: string, results: Readonly<Record<string, unknown>>) => {
    const scripts: string[] = [];
    const executeScript = ({ files: [script] }: { files: readonly [string] }) => {
      scripts.push(script);
      return Promise.resolve([{ result: results[script] }]);
    };
    return { scripts, api: { ...showing(url, null), scripting: { executeScript } } };
  };

  it.each([
    ['a profile', MIRA_URL, '/reader.js'],
    ['a page below a profile', `${MIRA_URL}details/experience/`, '/reader-detail.js'],
    ['a lead', 'https://www.linkedin.com/sales/lead/ACwAACp1iE4BUS1CYXPao5x7IqSOX_tFb7SDjsM,NAME', '/reader-leads.js'],
    ['a conversation', THREAD_URL, '/reader-people.js'],
    ['a list', LIST_URL, '/reader-people.js'],
    ['another page', 'https://www.linkedin.com/feed/', '/reader.js'],
  ])('chooses it by the address of %s', async (_, url, script) => {
    const { scripts, api } = running(url, { [script]: { ...reading(null), href: url } });
    expect(await readTabAt(7, url, api)).toMatchObject({ ok: true });
    expect(scripts).toEqual([script]);
  });

  it.each(['reader-classic', 'reader-public'])('runs %s when the profile’s page asks for it', async (name) => {
    const { scripts, api } = running(MIRA_URL, { '/reader.js': name, [`/${name}.js`]: reading(mira) });
    expect(await readTab(7, mira, api)).toMatchObject({ ok: true, value: { kind: 'profile' } });
    expect(scripts).toEqual(['/reader.js', `/${name}.js`]);
  });

  it.each(['reader-classic', 'reader-public'])('runs %s only once', async (name) => {
    const { scripts, api } = running(MIRA_URL, { '/reader.js': name, [`/${name}.js`]: name });
    expect(await readTab(7, mira, api)).toEqual({ ok: false, error: { code: 'page-unreadable' } });
    expect(scripts).toEqual(['/reader.js', `/${name}.js`]);
  });

  it.each(['reader', 'reader-people', '../evil'])('runs no script that a page names: %s', async (name) => {
    const { scripts, api } = running(MIRA_URL, { '/reader.js': name });
    expect(await readTab(7, mira, api)).toEqual({ ok: false, error: { code: 'page-unreadable' } });
    expect(scripts).toEqual(['/reader.js']);
  });
});

describe('reading a page without a person in its address', () => {
  it('returns the person of a conversation', async () => {
    const read = await readTabAt(7, THREAD_URL, showing(THREAD_URL, thread(mira)));
    expect(read).toMatchObject({
      ok: true,
      value: { kind: 'thread', identity: { slug: 'mira-okonkwo' } },
    });
  });

  it.each([
    ['another conversation', OTHER_THREAD_URL, 'person-changed'],
    ['a profile', MIRA_URL, 'person-changed'],
    ['no address that we may see', undefined, 'tab-not-shared'],
  ])('returns no reading when the tab shows %s afterwards', async (_, url, code) => {
    expect(await readTabAt(7, THREAD_URL, showing(url, thread(mira), THREAD_URL))).toEqual({
      ok: false,
      error: { code },
    });
  });

  it('returns no reading made at another address, even when the tab came back', async () => {
    const api = showing(THREAD_URL, thread(mira), OTHER_THREAD_URL);
    expect(await readTabAt(7, THREAD_URL, api)).toEqual({ ok: false, error: { code: 'person-changed' } });
  });

  it.each([
    ['the reader returned nothing', showing(THREAD_URL, undefined)],
    ['the tab is gone', { ...showing(THREAD_URL, thread(mira)), tabs: { get: () => Promise.reject(new Error('no')) } }],
  ])('is page-unreadable when %s', async (_, api) => {
    expect(await readTabAt(7, THREAD_URL, api)).toEqual({ ok: false, error: { code: 'page-unreadable' } });
  });
});

describe('checking the tab again before acting', () => {
  it('agrees while the same person is shown, on any page of theirs', async () => {
    const details = showing(`${MIRA_URL}details/experience/?x=1`, null);
    expect(await stillShows(TAB, mira, details)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['another person', TEO_URL],
    ['no person', 'https://www.linkedin.com/feed/'],
  ])('is person-changed once it shows %s', async (_, url) => {
    expect(await stillShows(TAB, mira, showing(url, null))).toEqual({ ok: false, error: { code: 'person-changed' } });
  });

  it('agrees while a conversation is with the same person, by whichever of their ids', async () => {
    expect(await stillShows(TAB, miraByMember, showing(THREAD_URL, thread(miraBoth)))).toEqual({
      ok: true,
      value: null,
    });
  });

  it.each([
    ['another person', thread(teo)],
    ['no person', thread(null)],
  ])('is person-changed once a conversation is with %s', async (_, result) => {
    expect(await stillShows(TAB, mira, showing(THREAD_URL, result))).toEqual({
      ok: false,
      error: { code: 'person-changed' },
    });
  });

  it('does not agree when a conversation cannot be read again', async () => {
    expect(await stillShows(TAB, mira, showing(THREAD_URL, undefined))).toEqual({
      ok: false,
      error: { code: 'page-unreadable' },
    });
  });

  const listing = (...identities: readonly unknown[]) => ({
    ...reading(null),
    kind: 'people',
    people: identities.map((identity) => ({ identity, fields: {} })),
  });
  const chosen = { tabId: 7, listUrl: LIST_URL };

  it('agrees while the list from which the person was chosen still shows them', async () => {
    const api = showing(LIST_URL, listing(teo, mira));
    expect(await stillShows(chosen, mira, api)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['the list shows other people', LIST_URL, listing(teo)],
    ['the tab went on to another list, though it shows them, too', OTHER_LIST_URL, listing(mira)],
    ['the tab went on to their profile', MIRA_URL, reading(mira)],
  ])('is person-changed for one of a list once %s', async (_, url, result) => {
    expect(await stillShows(chosen, mira, showing(url, result))).toEqual({
      ok: false,
      error: { code: 'person-changed' },
    });
  });

  it('is person-changed for the person of a page once the tab shows a list with them', async () => {
    expect(await stillShows(TAB, mira, showing(LIST_URL, listing(mira)))).toEqual({
      ok: false,
      error: { code: 'person-changed' },
    });
  });
});
