import { expect, test } from 'vitest';
import { judge } from './judge';
import {
  contact,
  done,
  factsWith,
  logged,
  messageSent,
  person,
  personAdded,
  post,
  press,
  send,
  sent,
  upsert,
} from './testing-facts';

const whats = (...parameters: Parameters<typeof factsWith>): readonly string[] =>
  judge(factsWith(...parameters)).map(({ what }) => what);

test('finds a request in a pause that GetSales asked for', () => {
  const paused = { ...upsert({}, 1_000), answered: 429, pause: { at: 1_050, ms: 10_000 } };
  expect(whats(personAdded, { server: { sent: [paused, upsert({}, 6_000)] } })).toEqual([
    '/leads/api/leads/upsert was sent 4950 ms after /leads/api/leads/upsert was paused for 10000 ms',
    'add-1 was tried again 4950 ms into a pause of 10000 ms',
  ]);
  expect(whats(personAdded, { server: { sent: [paused, upsert({}, 12_000)] } })).toEqual([]);
});

test('finds a request with a rejected key, until the user pastes one', () => {
  const rejected = logged(upsert({}, -200_000), { status: 401, outcome: null });
  const seen = [rejected, ...personAdded.server.seen];
  const late = '/leads/api/leads/upsert was sent with a key that GetSales rejected before';
  expect(whats(personAdded, { server: { seen } })).toEqual([late]);
  expect(whats(personAdded, { server: { seen }, conditions: { pastes: [-2_000] } })).toEqual([]);
});

test('finds a message that overtakes an earlier one', () => {
  const other = { ...send, id: 'send-2', text: 'Bye', at: 100 };
  const facts = factsWith(messageSent, {
    sends: [send, other],
    presses: [press('send', 'send-1'), press('send', 'send-2')],
    claims: [sent, { ...sent, id: 'send-2', messageId: 'message-2' }],
    final: [sent, { ...sent, id: 'send-2', messageId: 'message-2' }],
  });
  const messages = [
    ...messageSent.server.messages,
    { uuid: 'message-2', contactId: send.contactId, senderId: send.senderId, text: 'Bye' },
  ];
  const inOrder = [post({}, 6_000), post({ text: 'Bye' }, 7_000)];
  const swapped = [post({ text: 'Bye' }, 6_000), post({}, 7_000)];
  expect(whats(facts, { server: { messages, sent: inOrder, seen: inOrder.map((each) => logged(each)) } })).toEqual([]);
  expect(whats(facts, { server: { messages, sent: swapped, seen: swapped.map((each) => logged(each)) } })).toEqual([
    'send-2 overtook send-1',
  ]);
});

test('allows the text of an earlier message again after another one', () => {
  const sends = [send, { ...send, id: 'send-2', text: 'Bye', at: 7_000 }, { ...send, id: 'send-3', at: 20_000 }];
  const presses = sends.map(({ id, at }) => press('send', id, { at }));
  const posts = sends.map(({ text, at }) => post({ text }, at + 6_000));
  const shown = sends.map(({ id }, index) => ({ ...sent, id, messageId: `message-${index + 1}`, at: 30_000 }));
  const messages = sends.map(({ text, contactId, senderId }, index) => {
    return { uuid: `message-${index + 1}`, contactId, senderId, text };
  });
  const server = { sent: posts, seen: posts.map((each) => logged(each)), messages };
  expect(whats(factsWith(messageSent, { sends, presses, claims: shown, final: shown, server }), {})).toEqual([]);
});

test('compares what the screen says about the key with the log', () => {
  expect(whats(messageSent, { conditions: { session: 'rejected' } })).toEqual([
    'the key is shown as rejected, and GetSales accepts it',
  ]);
  expect(whats(messageSent, { conditions: { isRejected: true } })).toEqual([
    'the key is shown as accepted, and GetSales rejected it',
  ]);
});

test('finds an entry that is shown with another text, and an add with the name of another list', () => {
  expect(whats(messageSent, { claims: [{ ...sent, about: 'Ana Example: Bye' }] })).toEqual([
    'send-1 is shown as Ana Example: Bye, and is Ana Example: Hello ',
  ]);
  const onOther = { ...done(), listName: 'Second list' };
  const listNames = { 'list-1': 'First list' };
  expect(whats(personAdded, { claims: [onOther], server: { listNames } })).toEqual([
    'add-1 is shown as created on the list Second list, which is another one',
  ]);
});

test('finds a contact whose fields were overwritten', () => {
  const changed = { ...contact(), fields: { first_name: 'Some', last_name: 'Other' } };
  const people = [...personAdded.server.people, person({ slug: 'known', before: contact(), after: changed })];
  expect(whats(personAdded, { server: { people } })).toContain('the fields of known were overwritten');
});
