import type { AddAction, Claim, Facts, Person, Press, SeenRequest, SendAction, SentRequest } from './facts';
import { MESSAGES, UPSERT } from './history';

export const CONTACT = 'contact-1';
export const LIST = 'list-1';
export const OTHER_LIST = 'list-2';
export const KEY = `head.${'claims'.repeat(8)}.${'signature'.repeat(5)}`;

export const send: SendAction = {
  id: 'send-1',
  account: 'main',
  contactId: CONTACT,
  senderId: 'sender-1',
  personName: 'Ana Example',
  text: 'Hello ',
  at: 0,
  cancelPeriodMs: 5_000,
  overrides: null,
  repeats: null,
};
export const add: AddAction = {
  id: 'add-1',
  account: 'main',
  slug: 'newcomer',
  listId: LIST,
  choice: 'keep',
  personName: 'Some Body',
  listName: 'First list',
  fields: { first_name: 'Some', last_name: 'Body' },
  customFields: {},
  at: 0,
};
export const press = (what: Press['what'], id: string, change: Partial<Press> = {}): Press => ({
  ...{ what, id, at: 0, answer: { at: 9_000, code: 'ok' }, isLost: false },
  ...change,
});

const key = { keyName: 'main', account: 'main' } as const;
export const post = (change: Readonly<Record<string, unknown>> = {}, at = 6_000): SentRequest => ({
  ...{ method: 'POST', path: MESSAGES, ...key, at, answered: 201, pause: null },
  body: { lead_uuid: CONTACT, sender_profile_uuid: 'sender-1', text: 'Hello ', ...change },
});
export const upsert = (change: Readonly<Record<string, unknown>> = {}, at = 6_000): SentRequest => ({
  ...{ method: 'POST', path: UPSERT, ...key, at, answered: 200, pause: null },
  body: {
    lead: { linkedin_id: 'newcomer', first_name: 'Some', last_name: 'Body' },
    list_uuid: LIST,
    update_if_exists: false,
    move_to_list: false,
    ...change,
  },
});
/** A request in GetSales' log. */
export const logged = (request: SentRequest, change: Partial<SeenRequest> = {}): SeenRequest => ({
  ...{ query: '', headers: '{}', status: request.answered, outcome: { status: 200, body: null }, isFaulted: false },
  ...request,
  ...change,
});
/** An upsert in the log, with the contact that it answered. */
export const created = (listId = LIST, at = 6_000): SeenRequest =>
  logged(upsert({}, at), {
    outcome: { status: 200, body: { uuid: CONTACT, linkedin: 'newcomer', list_uuid: listId } },
  });
export const contact = (listId = LIST) => ({
  ...{ id: CONTACT, listId },
  fields: { first_name: 'Some', last_name: 'Body' },
});
export const person = (change: Partial<Person> = {}): Person => ({
  ...{ account: 'main', slug: 'newcomer', before: null, after: contact() },
  ...change,
});
export const sent: Extract<Claim, { says: 'sent' }> = { id: 'send-1', at: 9_000, says: 'sent', messageId: 'message-1' };
export const done = (change: Partial<Extract<Claim, { says: 'done' }>> = {}): Claim => ({
  ...{ id: 'add-1', at: 9_000, says: 'done', effect: 'created', contactId: CONTACT, listId: LIST, canUndo: true },
  ...change,
});
/** A claim without details, shown at the end. */
export const shows = (
  id: string,
  says: Exclude<Claim['says'], 'sent' | 'done' | 'superseded'>,
  at = 9_000,
): Pick<Facts, 'claims' | 'final'> => ({ claims: [{ id, at, says }], final: [{ id, at, says }] });

const nothing: Facts = {
  sends: [],
  adds: [],
  presses: [],
  claims: [],
  final: [],
  erased: [],
  mayBeErased: () => false,
  server: { seen: [], sent: [], people: [], messages: [], byOthers: [], listNames: {} },
  conditions: {
    faultsEndAt: 0,
    kills: 0,
    killTimes: [],
    hadFaults: false,
    wasOffline: false,
    changedKeys: false,
    hadStorageFaults: false,
    isClockSteady: true,
    isTimed: true,
    hasSecondWorker: false,
    isConnected: true,
    isRejected: false,
    session: 'connected',
    pastes: [],
    hadWrongDates: false,
  },
  accounts: {
    seen: [{ keyName: 'main', path: MESSAGES, workspace: 'acme', what: 'Words 1 of 0' }],
    sent: [{ keyName: 'main', path: MESSAGES }],
    keyPeriods: [{ from: 0, keys: ['main'] }],
    ownData: { main: ['Words 1', 'account of main'], other: ['Lines 1', 'account of other'] },
    staleAnswers: [{ what: 'message.send', code: 'key-replaced' }],
    changedAnyway: [],
    erasures: [{ open: 2, agreed: 2 }],
    reported: 0,
    connected: 'main',
    atRest: 'account of main',
    hasKey: true,
  },
  secrets: { keys: { main: KEY, mainRenewed: KEY, other: KEY }, stored: [], unexpectedHosts: [] },
  errors: [],
};

type Change = Partial<Omit<Facts, 'server' | 'conditions' | 'accounts' | 'secrets'>> & {
  readonly [Part in 'server' | 'conditions' | 'accounts' | 'secrets']?: Partial<Facts[Part]>;
};

export function factsWith(base: Facts, { server, conditions, accounts, secrets, ...change }: Change): Facts {
  return {
    ...base,
    ...change,
    server: { ...base.server, ...server },
    conditions: { ...base.conditions, ...conditions },
    accounts: { ...base.accounts, ...accounts },
    secrets: { ...base.secrets, ...secrets },
  };
}

/** A message that was sent once and is shown as sent. */
export const messageSent: Facts = factsWith(nothing, {
  sends: [send],
  presses: [press('send', 'send-1')],
  claims: [sent],
  final: [sent],
  server: {
    sent: [post()],
    seen: [logged(post())],
    messages: [{ uuid: 'message-1', contactId: CONTACT, senderId: 'sender-1', text: 'Hello ' }],
  },
});

/** A person who was added to a list and is shown as added. */
export const personAdded: Facts = factsWith(nothing, {
  adds: [add],
  presses: [press('add', 'add-1')],
  claims: [done()],
  final: [done()],
  server: { sent: [upsert()], seen: [created()], people: [person()] },
});
