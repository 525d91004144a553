import { ana, mira } from '../../../support/cast';
import { kofi, mononym } from '../cast/latin';
import type { Person } from '../cast/person';
import { irina, layla, minsu, noa } from '../cast/scripts';
import { bySlug, proven, split } from '../expect';
import { byMemberId, thread, unsettledThread } from '../expect-elsewhere';
import { id } from '../languages/asian';
import { ja, ko } from '../languages/east-asian';
import { en, nl, sv } from '../languages/germanic';
import { fr, it, pt } from '../languages/romance';
import { ar, he } from '../languages/rtl';
import { pl, ru } from '../languages/slavic';
import { pageSample } from '../page-sample';
import { viewer } from '../people';
import type { ExpectedReading, Sample } from '../sample';
import { namesake } from '../cast/namesake';
import { conversation, threadAddress, threadPage, type ThreadPage } from './thread-page';

interface Case {
  readonly name: string;
  readonly page: ThreadPage;
  /** The people whose conversation the address names, unless it is the one that the page shows. */
  readonly at?: readonly Person[];
  readonly expected: ExpectedReading;
}

const miras = { name: proven(mira.name, 'link'), ...split('Mira', 'Okonkwo') };

/** Only the viewer has written. */
const unanswered = { messages: { of: [mira], by: [] } } as const;

const cases: readonly Case[] = [
  ...[en, fr, pl, ja].map((language) => ({
    name: `in ${language.code}`,
    page: conversation(mira, language),
    expected: thread(byMemberId(mira), miras),
  })),
  {
    name: 'whose header links to a slug',
    page: conversation(mira, pt, { link: 'slug', rows: 'linked' }),
    expected: thread(bySlug(mira), miras),
  },
  {
    name: 'whose list marks none as open',
    page: conversation(mira, it, { open: null }),
    expected: thread(byMemberId(mira), miras),
  },
  {
    name: 'whose list links to it, before its messages have loaded',
    page: conversation(mira, en, { rows: 'linked', messages: null }),
    expected: thread(byMemberId(mira), miras),
  },
  {
    name: 'whose list links to it and marks none as open, before its messages have loaded',
    page: conversation(mira, en, { rows: 'linked', open: null, messages: null }),
    expected: thread(byMemberId(mira), miras),
  },
  {
    name: 'in which only the viewer wrote, below the card of the other person',
    page: conversation(mira, en, { messages: { of: [mira], by: [] }, card: mira }),
    expected: thread(byMemberId(mira), miras),
  },
  ...(
    [
      ['a header with a slug above authors with ids', { link: 'slug' }, bySlug(mira)],
      ['a header with a slug above the card with an id', { link: 'slug', ...unanswered, card: mira }, bySlug(mira)],
      ['a header with an id above authors with slugs', { authors: 'slug' }, byMemberId(mira)],
      ['a header with slug and id', { link: 'both' }, { ...byMemberId(mira), slug: mira.slug }],
      ['the viewer linked by slug', { viewerLink: 'slug' }, byMemberId(mira)],
    ] as const
  ).flatMap(([what, changes, identity]): readonly Case[] => [
    { name: `with ${what}`, page: conversation(mira, en, changes), expected: thread(identity, miras) },
    {
      name: `with ${what}, whose header is still the previous one`,
      page: conversation(kofi, en, { card: null, ...changes, open: mira, messages: { of: [mira], by: [mira] } }),
      at: [mira],
      expected: unsettledThread,
    },
    {
      name: `with ${what}, whose messages are still the previous ones`,
      page: conversation(mira, en, { ...changes, card: null, messages: { of: [kofi], by: [kofi] } }),
      expected: unsettledThread,
    },
  ]),
  {
    name: 'with the viewer linked by slug, who is not named in a bar',
    page: conversation(mira, en, { viewerLink: 'slug', isViewerNamed: false }),
    expected: unsettledThread,
  },
  {
    name: 'with a header and authors of different kinds, beside a row of another person with the same name',
    page: conversation(mira, en, { link: 'slug', listed: [namesake] }),
    expected: unsettledThread,
  },
  {
    name: 'with another person of the same name as in the header, which is still the previous one',
    page: conversation(mira, en, {
      link: 'slug',
      open: namesake,
      messages: { of: [namesake], by: [namesake] },
    }),
    at: [namesake],
    expected: unsettledThread,
  },
  {
    name: 'with two of the same name, still under the header of one of them',
    page: conversation(mira, en, {
      link: 'slug',
      open: null,
      messages: { of: [mira, namesake], by: [mira, namesake] },
    }),
    at: [mira, namesake],
    expected: unsettledThread,
  },
  {
    name: 'after My Network, whose people are still shown',
    page: conversation(mira, sv, { isNetworkLeft: true }),
    expected: thread(byMemberId(mira), miras),
  },
  {
    name: 'with ليلى حداد in Arabic',
    page: conversation(layla, ar),
    expected: thread(byMemberId(layla), { name: proven(layla.name, 'link'), ...split('ليلى', 'حداد') }),
  },
  {
    name: 'with נועה לוי in Hebrew',
    page: conversation(noa, he, { link: 'slug', rows: 'linked' }),
    expected: thread(bySlug(noa), { name: proven(noa.name, 'link'), ...split('נועה', 'לוי') }),
  },
  {
    name: 'with 김민수 in Korean',
    page: conversation(minsu, ko),
    expected: thread(byMemberId(minsu), { name: proven(minsu.name, 'link') }),
  },
  {
    name: 'with Ирина Соколова in Russian',
    page: conversation(irina, ru),
    expected: thread(byMemberId(irina), { name: proven(irina.name, 'link'), ...split('Ирина', 'Соколова') }),
  },
  {
    name: 'with a person of one name',
    page: conversation(mononym, id),
    expected: thread(byMemberId(mononym), { name: proven(mononym.name, 'link') }),
  },
  {
    name: 'with a group',
    page: conversation(mira, nl, { others: [mira, kofi] }),
    at: [mira, kofi],
    expected: unsettledThread,
  },
  { name: 'with no link in its header', page: conversation(mira, en, { link: 'none' }), expected: unsettledThread },
  {
    name: 'all of the previous one, in a list without links',
    page: conversation(kofi, en),
    at: [mira],
    expected: unsettledThread,
  },
  {
    name: 'all of the previous one but its messages, in a list without links',
    page: conversation(kofi, en, { messages: null }),
    at: [mira],
    expected: unsettledThread,
  },
  {
    name: 'with messages that do not say whose they are, in a list without links',
    page: conversation(mira, en, { isKeyed: false, card: mira }),
    expected: unsettledThread,
  },
  {
    name: 'in which only the viewer wrote',
    page: conversation(mira, en, { messages: { of: [mira], by: [] } }),
    expected: unsettledThread,
  },
  {
    name: 'whose messages have loaded under the header of the previous one',
    page: conversation(kofi, en, { open: mira, messages: { of: [mira], by: [mira] } }),
    at: [mira],
    expected: unsettledThread,
  },
  {
    name: 'whose row and header have loaded above the messages of the previous one',
    page: conversation(mira, en, { rows: 'linked', messages: { of: [kofi], by: [kofi] } }),
    expected: unsettledThread,
  },
  {
    name: 'with a group, still under the header of one of them',
    page: conversation(mira, en, { open: null, messages: { of: [mira, kofi], by: [mira, kofi] } }),
    at: [mira, kofi],
    expected: unsettledThread,
  },
  { name: 'with oneself', page: conversation(viewer, en), expected: unsettledThread },
  {
    name: 'marked in the list, still under the header of the previous one',
    page: conversation(mira, en, { others: [kofi], rows: 'linked' }),
    expected: unsettledThread,
  },
  {
    name: 'named by the address, while list and header are still the previous one’s',
    page: conversation(kofi, en, { rows: 'linked' }),
    at: [mira],
    expected: unsettledThread,
  },
  {
    name: 'whose list row and header name different people, with none marked',
    page: conversation(kofi, en, { open: null, rows: 'linked' }),
    at: [ana],
    expected: unsettledThread,
  },
  {
    name: 'that has not loaded, under content of My Network',
    page: conversation(mira, en, { hasThread: false, isNetworkLeft: true, open: null }),
    expected: unsettledThread,
  },
];

/** Reads the person of a conversation, not another author or a person of a chat window above it. */
export const samples: readonly Sample[] = cases.map(
  ({ name, page, at = [page.open ?? page.others[0] ?? viewer], expected }) =>
    pageSample({
      name: `thread/one ${name}`,
      url: threadAddress(...at),
      page: () => threadPage(page),
      expected,
      never: ['reachable', 'Mobile •'],
    }),
);
