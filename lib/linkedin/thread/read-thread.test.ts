import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { ana, mira } from '@/e2e/support/cast';
import { toHtml } from '@/e2e/linkedin/pages/tree';
import { en } from '@/e2e/linkedin/samples/languages/germanic';
import { conversation, threadPage } from '@/e2e/linkedin/samples/thread/thread-page';
import { readThread } from './read-thread';

const read = (html: string) => readThread(new JSDOM(html).window.document);
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

  it('nobody as long as there is no header', () => {
    expect(
      read('<main><div class="msg-thread"></div><a href="/in/ana-duarte-x1/"><h2>Ana Duarte</h2></a></main>'),
    ).toBeNull();
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
      const seen = readThread(document);
      const said =
        seen?.belongs === true
          ? [seen.identity.memberId, seen.fields.name?.value ?? mira.name]
          : [mira.memberId, mira.name];
      expect(said).toEqual([mira.memberId, mira.name]);
    }),
    { numRuns: 60 },
  );
});
