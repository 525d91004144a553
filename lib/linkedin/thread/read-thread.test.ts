import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ana, jonas, mira, teo, type CastMember } from '@/e2e/support/cast';
import { toHtml } from '@/e2e/linkedin/pages/tree';
import { messageIdOf } from '@/e2e/linkedin/samples/ids';
import { en } from '@/e2e/linkedin/samples/languages/germanic';
import { conversation, threadAddress, threadPage, threadPath } from '@/e2e/linkedin/samples/thread/thread-page';
import { readThread } from './read-thread';
import { parsePage } from '../testing/parse-page';

const url = threadAddress(mira);
const read = (html: string, at = url) => readThread(parsePage(html), at);
const header = (...links: readonly string[]): string =>
  `<main><div class="msg-title-bar">${links.join('')}</div></main>`;
const link = (href: string, name: string): string =>
  `<a class="msg-thread__link-to-profile" href="${href}"><h2>${name}</h2></a>`;
const mine = link(`/in/${mira.memberId}`, mira.name);

/** A row of the list, with a link to its conversation or without one. */
const row = (href: string | null, name: string, isOpen = true): string => {
  const open = isOpen ? 'convo-item-link--active' : '';
  const words = `<h3 class="msg-participant-names">${name}</h3>`;
  return href === null
    ? `<div class="msg-convo-item-link ${open}">${words}</div>`
    : `<a class="msg-convo-item-link ${open}" href="${href}">${words}</a>`;
};
/** Evidence that the address's conversation is with someone of this name. */
const connected = row(threadPath(mira), mira.name);

const urnOf = (id: string): string => `urn:li:msg_message:(urn:li:fsd_profile:${teo.memberId},${id})`;
const idIn = (of: CastMember): string => messageIdOf(of.memberNumber, 1_783_015_934_053);

/** A message of a conversation, which its urn names, and the link of its author's picture. */
const message = (of: CastMember, by: CastMember, id = idIn(of), urn = urnOf(id)): string =>
  `<li><div data-event-urn="${urn}">` +
  `<a class="msg-s-event-listitem__link" href="/in/${by.memberId}">${by.name}</a></div></li>`;
/** A message whose author is linked by name, too. */
const signed = (of: CastMember, href: string, name: string, urn = urnOf(idIn(of))): string =>
  `<li><div data-event-urn="${urn}"><a class="msg-s-event-listitem__link" href="${href}">View profile</a>` +
  `<div class="msg-s-message-group__meta"><a href="${href}">${name}</a></div></div></li>`;
const card = (of: CastMember, part = 'body'): string =>
  `<li><div class="msg-s-profile-card"><div class="artdeco-entity-lockup__${part}">` +
  `<a href="https://www.linkedin.com/in/${of.memberId}">${of.name}</a></div></div></li>`;
const list = (...items: readonly string[]): string => `<ul>${items.join('')}</ul>`;

describe('a conversation is with', () => {
  it.each([
    ['one person by two equal links', [mine, mine], { slug: null, memberId: mira.memberId, salesId: null }],
    [
      'one person by a picture and a name',
      [link(`/in/${mira.memberId}`, '<img alt="">'), mine],
      { slug: null, memberId: mira.memberId, salesId: null },
    ],
    ['no one person when two links differ in the person', [mine, link(`/in/${ana.memberId}`, mira.name)], undefined],
    ['no one person when two links differ in the name', [mine, link(`/in/${mira.memberId}`, ana.name)], undefined],
    ['no person on another host', [link(`https://evil.example/in/${mira.memberId}`, mira.name)], undefined],
    ['no person by a link to oneself', [link('/in/me/', mira.name)], undefined],
  ])('%s', (_, links, identity) => {
    const seen = read(connected + header(...links));
    expect(seen?.belongsToOwner === true ? seen.identity : undefined).toEqual(identity);
  });

  it('never the viewer, as the bar names them by link or by picture', () => {
    const byLink = `<header><a href="/in/${mira.memberId}/">Me</a></header>`;
    const byPicture = `<img class="global-nav__me-photo" alt="${mira.name}">`;
    expect([byLink, byPicture].map((bar) => read(bar + connected + header(mine)))).toEqual([
      { belongsToOwner: false },
      { belongsToOwner: false },
    ]);
  });

  it('the person of the header, not those who float above it, and whether the header is a header element or not', () => {
    const bubble = `<div class="msg-overlay"><header><a href="/in/${mira.memberId}">Mira</a></header></div>`;
    const inHeader = header(mine).replaceAll('div', 'header');
    expect([bubble + header(mine), inHeader].map((page) => read(connected + page)?.belongsToOwner)).toEqual([
      true,
      true,
    ]);
  });

  it('a person with the viewer’s name, if the bar links to the viewer', () => {
    const bar = (href: string): string =>
      `<header><img class="global-nav__me-photo" alt="${mira.name}"><a href="${href}">Me</a></header>`;
    const page = header(link(`/in/${mira.slug}`, mira.name));
    const bars = ['/in/mira-okonkwo-2', `/in/${mira.slug}`, '/in/me/', `/in/${mira.memberId}`].map(bar);
    expect(bars.map((own) => read(own + connected + page)?.belongsToOwner)).toEqual([true, false, false, false]);
  });

  it('no person as long as there is no header', () => {
    expect(
      read('<main><div class="msg-thread"></div><a href="/in/ana-duarte-x1/"><h2>Ana Duarte</h2></a></main>'),
    ).toBeNull();
  });
});

describe('a header proves nothing', () => {
  it.each([
    ['alone', ''],
    ['beside an open row without a link', row(null, mira.name)],
    ['beside rows of other conversations', row(threadPath(ana), ana.name, false)],
    ['above messages that do not say whose they are', list(message(mira, mira, 'S123_500'))],
    [
      'above messages whose id has no conversation in it',
      list(message(mira, mira, '2-MTc3MTk1MDM0NjYwM2I5NzY0NS0xMDA=')),
    ],
    ['above messages of the viewer alone', list(message(mira, teo))],
    ['above a card without messages', list(card(mira))],
    ['above messages of a hidden conversation', `<div hidden>${list(message(mira, mira))}</div>`],
    ['above messages of a bubble', `<div class="msg-overlay-bubble">${list(message(mira, mira))}</div>`],
    [
      'above a message that only mentions the person',
      list(message(mira, teo).replace('</div>', `<p><a href="/in/${mira.memberId}">${mira.name}</a></p></div>`)),
    ],
    ['beside a card of another list than the messages', list(card(mira)) + list(message(mira, teo))],
  ])('%s', (_, evidence) => {
    expect(read(evidence + header(mine))).toEqual({ belongsToOwner: false });
  });

  it('at an address that names no conversation', () => {
    expect(read(connected + header(mine), 'https://www.linkedin.com/messaging/compose/')).toEqual({
      belongsToOwner: false,
    });
  });
});

describe('a row of the list links its conversation to a name', () => {
  const encoded = threadPath(mira).replaceAll('=', '%3D');
  it.each([
    ['when it links to the address’s', connected, true],
    ['with the link encoded', row(encoded, mira.name), true],
    ['without being open', row(threadPath(mira), mira.name, false), true],
    ['unless it names someone else', row(threadPath(mira), ana.name), false],
    ['unless it names a group', row(threadPath(mira), `${mira.name}, ${ana.name}`), false],
    ['unless another conversation has the same name', connected + row(threadPath(ana), mira.name, false), false],
    ['unless a row without a link has the same name', connected + row(null, mira.name, false), false],
    [
      'unless another conversation is open',
      row(threadPath(mira), mira.name, false) + row(threadPath(ana), ana.name),
      false,
    ],
    ['not when it links to another, of the same name', row(threadPath(ana), mira.name), false],
  ])('%s', (_, rows, belongsToOwner) => {
    expect(read(rows + header(mine))?.belongsToOwner).toBe(belongsToOwner);
  });
});

describe('a message links its conversation to its author', () => {
  it.each([
    ['whether or not the viewer wrote there', list(message(mira, teo), message(mira, mira)), true],
    ['or has the card above it, where only the viewer wrote', list(card(mira), message(mira, teo)), true],
    ['by an urn of the older kind', list(message(mira, mira, threadPath(mira).split('/')[3])), true],
    ['in a list without links', row(null, mira.name) + list(message(mira, mira)), true],
    ['unless the header is someone else’s', list(message(mira, ana)), false],
    ['unless the card is someone else’s', list(card(ana), message(mira, mira)), false],
    ['unless a third person wrote, too', list(message(mira, mira), message(mira, ana)), false],
    ['unless it is another conversation’s', list(message(ana, mira)), false],
    ['unless some messages are another conversation’s', list(message(mira, mira), message(ana, mira)), false],
    ['unless the open row names someone else', row(null, ana.name) + list(message(mira, mira)), false],
    ['not even beside a row that agrees, if they contradict it', connected + list(message(jonas, jonas)), false],
  ])('%s', (_, evidence, belongsToOwner) => {
    expect(read(evidence + header(mine))?.belongsToOwner).toBe(belongsToOwner);
  });

  it('though a text that is no base64 is in its place', () => {
    expect(read(list(message(mira, mira), message(mira, mira, '2-a')) + header(mine))?.belongsToOwner).toBe(true);
  });
});

describe('where header and author are linked by ids of different kinds', () => {
  const bySlug = header(link(`/in/${mira.slug}/`, mira.name));
  const [own, other] = [row(null, mira.name), row(null, ana.name, false)];
  const by = (who: CastMember, name = who.name): string => list(signed(mira, `/in/${who.memberId}`, name));
  it.each([
    ['one row and the author have the name of the header', own + other + by(mira), true],
    ['the card has it', own + list(card(mira, 'title'), message(mira, teo)), true],
    ['the author is linked without a name', own + list(message(mira, mira)), false],
    ['the author has another name', own + by(ana), false],
    ['an author of another name links to the conversation’s row', connected + by(ana), false],
    ['no row has it', other + by(mira), false],
    ['two rows have it', own + row(null, mira.name, false) + by(mira), false],
    ['the row that has it links to another conversation', row(threadPath(ana), mira.name, false) + by(mira), false],
    ['two authors have it', own + by(mira) + by(jonas, mira.name), false],
    ['the message is another conversation’s', own + list(signed(ana, `/in/${mira.memberId}`, mira.name)), false],
  ])('%s: %#', (_, evidence, belongsToOwner) => {
    expect(read(evidence + bySlug)?.belongsToOwner).toBe(belongsToOwner);
  });

  it('a header with both gives both, and either is compared', () => {
    const both = header(link(`/in/${mira.slug}/`, mira.name), mine);
    const identity = { slug: mira.slug, memberId: mira.memberId, salesId: null };
    const slugAuthor = list(signed(mira, `/in/${mira.slug}`, 'M. Okonkwo'));
    for (const evidence of [list(message(mira, mira)), slugAuthor])
      expect(read(evidence + both)).toMatchObject({ belongsToOwner: true, identity });
    expect(read(list(message(mira, ana)) + both)).toEqual({ belongsToOwner: false });
  });

  it('a header with both and without a name is not one person', () => {
    const unnamed = header(`<a href="/in/${mira.slug}/">·</a>`, `<a href="/in/${mira.memberId}">·</a>`);
    expect(read(list(message(mira, mira)) + unnamed)).toEqual({ belongsToOwner: false });
    expect(read(list(message(mira, mira)) + header(`<a href="/in/${mira.memberId}">·</a>`))?.belongsToOwner).toBe(true);
  });

  it('a link without a name adds no id to the named one', () => {
    const other = header(`<a href="/in/${ana.slug}/">·</a>`, mine);
    expect(read(list(message(mira, mira)) + other)).toEqual({ belongsToOwner: false });
  });
});

describe('the viewer’s own messages say nothing about the other person', () => {
  const photo = `<img class="global-nav__me-photo" alt="${teo.name}">`;
  const bar = `<header>${photo}<a href="/in/${teo.slug}/">Me</a></header>`;
  const own = (): string => signed(mira, `/in/${teo.slug}/`, teo.name);
  const company = `urn:li:msg_message:(urn:li:fsd_company:7,${idIn(mira)})`;
  it.each([
    ['where the bar links to the viewer', bar, own(), true],
    ['where the bar has the viewer’s picture', photo, own(), true],
    ['where no bar names the viewer', '', own(), false],
    ['where an id is not of the mailbox', bar.replace(teo.slug, teo.memberId), message(mira, ana), false],
    [
      'where the mailbox has no person’s id',
      bar.replace(teo.slug, teo.memberId),
      message(mira, teo, '', company),
      true,
    ],
    ['unless another person has the viewer’s name', photo, signed(mira, `/in/${jonas.memberId}`, teo.name), false],
  ])('%s', (_, page, messages, belongsToOwner) => {
    expect(read(page + list(message(mira, mira), messages) + header(mine))?.belongsToOwner).toBe(belongsToOwner);
  });
});

it('a conversation that lost elements is with its one person or with no person', () => {
  const parsed = parsePage(toHtml(threadPage(conversation(mira, en, { isNetworkLeft: true }))));
  fc.assert(
    fc.property(fc.array(fc.nat(2_000), { maxLength: 30 }), (lost) => {
      const document = parsePage('');
      document.replaceChild(document.importNode(parsed.documentElement, true), document.documentElement);
      const elements = [...document.querySelectorAll('body *')];
      for (const at of lost) elements[at % elements.length]?.remove();
      const seen = readThread(document, url);
      const said =
        seen?.belongsToOwner === true
          ? [seen.identity.memberId, seen.fields.name?.value ?? mira.name]
          : [mira.memberId, mira.name];
      expect(said).toEqual([mira.memberId, mira.name]);
    }),
    { numRuns: 60 },
  );
});
