import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { ana, mira } from '@/e2e/support/cast';
import { toHtml } from '@/e2e/linkedin/pages/tree';
import { en } from '@/e2e/linkedin/samples/languages/germanic';
import { conversation, threadPage } from '@/e2e/linkedin/samples/thread/thread-page';
import { readThread } from './read-thread';

const url = 'https://www.linkedin.com/messaging/thread/2-TUlSQQ==/';
const read = (html: string, at = url) => readThread(new JSDOM(html).window.document, at);
const header = (...links: readonly string[]): string =>
  `<main><div class="msg-title-bar">${links.join('')}</div></main>`;
const link = (href: string, name: string): string =>
  `<a class="msg-thread__link-to-profile" href="${href}"><h2>${name}</h2></a>`;
const mine = link(`/in/${mira.memberId}`, mira.name);

describe('a conversation is with', () => {
  it.each([
    ['one person by two links alike', [mine, mine], { slug: null, memberId: mira.memberId, salesId: null }],
    [
      'one person by a picture and a name',
      [link(`/in/${mira.memberId}`, '<img alt="">'), mine],
      { slug: null, memberId: mira.memberId, salesId: null },
    ],
    ['nobody when two links differ in the person', [mine, link(`/in/${ana.memberId}`, mira.name)], undefined],
    ['nobody when two links differ in the name', [mine, link(`/in/${mira.memberId}`, ana.name)], undefined],
    ['nobody on another host', [link(`https://evil.example/in/${mira.memberId}`, mira.name)], undefined],
    ['nobody by a link to oneself', [link('/in/me/', mira.name)], undefined],
  ])('%s', (_, links, identity) => {
    const seen = read(header(...links));
    expect(seen?.belongs === true ? seen.identity : undefined).toEqual(identity);
  });

  it('never the viewer, whom the bar names by link or by picture', () => {
    const byLink = `<header><a href="/in/${mira.memberId}/">Me</a></header>`;
    const byPicture = `<img class="global-nav__me-photo" alt="${mira.name}">`;
    expect([byLink, byPicture].map((bar) => read(bar + header(mine)))).toEqual([
      { belongs: false },
      { belongs: false },
    ]);
  });

  it('whoever floats above it or stands in its own header', () => {
    const bubble = `<div class="msg-overlay"><header><a href="/in/${mira.memberId}">Mira</a></header></div>`;
    const inHeader = header(mine).replaceAll('div', 'header');
    expect([bubble + header(mine), inHeader].map((page) => read(page)?.belongs)).toEqual([true, true]);
  });

  it('somebody called like the viewer, if the bar links to the viewer', () => {
    const bar = (href: string): string =>
      `<header><img class="global-nav__me-photo" alt="${mira.name}"><a href="${href}">Me</a></header>`;
    const page = header(link(`/in/${mira.slug}`, mira.name));
    const bars = ['/in/mira-okonkwo-2', `/in/${mira.slug}`, '/in/me/', `/in/${mira.memberId}`].map(bar);
    expect(bars.map((own) => read(own + page)?.belongs)).toEqual([true, false, false, false]);
  });

  it('nobody as long as there is no header', () => {
    expect(
      read('<main><div class="msg-thread"></div><a href="/in/ana-duarte-x1/"><h2>Ana Duarte</h2></a></main>'),
    ).toBeNull();
  });
});

describe('a list beside a conversation', () => {
  const row = (id: string | null, name: string, isOpen: boolean): string => {
    const open = isOpen ? 'convo-item-link--active' : '';
    const words = `<h3 class="msg-participant-names">${name}</h3>`;
    return id === null
      ? `<div class="msg-convo-item-link ${open}">${words}</div>`
      : `<a class="msg-convo-item-link ${open}" href="/messaging/thread/${id}/">${words}</a>`;
  };

  it.each([
    ['opens the address’s', row('2-TUlSQQ==', mira.name, true), true],
    ['opens the address’s, encoded', row('2-TUlSQQ%3D%3D', mira.name, true), true],
    ['opens one without a link', row(null, mira.name, true), true],
    ['opens another, of the same name', row('2-QU5B', mira.name, true), false],
    ['opens none, and gives the address to somebody else', row('2-TUlSQQ==', ana.name, false), false],
    ['opens none, and gives another to somebody else', row('2-QU5B', ana.name, false), true],
  ])('that %s', (_, list, belongs) => {
    expect(read(list + header(mine))?.belongs).toBe(belongs);
  });
});

it('a conversation that lost elements is with its one person or with nobody', () => {
  const parsed = new JSDOM(toHtml(threadPage(conversation(mira, en, { isNetworkLeft: true })))).window.document;
  fc.assert(
    fc.property(fc.array(fc.nat(2_000), { maxLength: 30 }), (lost) => {
      const { document } = new JSDOM('').window;
      document.replaceChild(document.importNode(parsed.documentElement, true), document.documentElement);
      const elements = [...document.querySelectorAll('body *')];
      for (const at of lost) elements[at % elements.length]?.remove();
      const seen = readThread(document, url.replace('2-TUlSQQ==', `2-${mira.memberNumber}`));
      const said =
        seen?.belongs === true
          ? [seen.identity.memberId, seen.fields.name?.value ?? mira.name]
          : [mira.memberId, mira.name];
      expect(said).toEqual([mira.memberId, mira.name]);
    }),
    { numRuns: 60 },
  );
});
