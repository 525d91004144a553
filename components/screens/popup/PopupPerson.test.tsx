import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { stoppedClock } from '@/components/testing/clock';
import { fakeWorker, listsAre, lateAnswer, noAnswer } from '@/components/testing/fake-worker';
import { aContact, aReading, miraIdentity, presentStatus } from '@/components/testing/people';
import { saying } from '@/components/testing/saying';
import { settled } from '@/components/testing/settled';
import { show } from '@/components/testing/show';
import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import type { AddOutcome, AddWaiting, ContactList } from '@/lib/domain/contact';
import { ListId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { t } from '@/lib/i18n/text';
import { addEntry, contactA, uuidOf } from '@/lib/outbox/testing/entries';
import { knownLists, recentListIds } from '@/lib/settings/items';
import { PopupPerson } from './PopupPerson';

const founders: ContactList = { id: ListId.parse(uuidOf(301)), name: 'EU founders' };
const nordic: ContactList = { id: ListId.parse(uuidOf(302)), name: 'Nordic procurement' };
const AS_OF = '2026-11-23T12:00:00.000Z';
const addTo = (list: string) => t('popup.add.to', { list });

const created = (change: Partial<AddOutcome> = {}): Result<AddOutcome> =>
  ok({
    effect: 'created',
    contactId: contactA,
    listId: nordic.id,
    listName: nordic.name,
    undoUntil: new Date(Date.now() + 60_000).toISOString(),
    ...change,
  });

/** How long a typed name must be unchanged before GetSales is searched. */
const UNCHANGED_MS = 600;

type Answers = Parameters<typeof fakeWorker>[0];

/** The popup about Mira, chosen from a list of people, so that no tab is read. */
async function popup(answers: Answers = {}) {
  const worker = fakeWorker({
    'lists.get': () => listsAre([founders, nordic]),
    'contact.status': () => ok({ kind: 'absent', asOf: AS_OF }),
    ...answers,
  });
  let backs = 0;
  const shown = { identity: miraIdentity, tab: null, knownReading: aReading(), refreshCount: 0 };
  const back = { words: 'Back', go: () => void (backs += 1) };
  const page = await show(<PopupPerson shown={shown} connected onRefresh={() => undefined} back={back} />, worker);
  return { ...page, backs: () => backs };
}

const field = (): HTMLInputElement => screen.getByRole('combobox', { name: t('popup.lists.label') });
const button = (name: string): HTMLButtonElement => screen.getByRole('button', { name: new RegExp(`^${name}`, 'u') });
const buttonNames = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
const said = (words: string) => screen.queryByText(saying(words)) !== null;

async function choose(user: Awaited<ReturnType<typeof popup>>['user'], name: string) {
  await user.click(field());
  await user.keyboard(`${name}{Enter}`);
}

describe('the popup about a person', () => {
  test('shows who it is, and asks for a list', async () => {
    const { user, backs } = await popup();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Mira Okonkwo');
    expect(said(t('popup.contactStatus.absent'))).toBe(true);
    expect(button(t('popup.add.choose')).disabled).toBe(true);
    await user.click(button('Back'));
    expect(backs()).toBe(1);
  });

  test('shows the form at its size while the lists are loading', async () => {
    await popup({ 'lists.get': noAnswer });
    expect(said(t('popup.lists.loading'))).toBe(true);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  test('uses the remembered lists while the lists are loading', async () => {
    await knownLists.setValue([{ id: founders.id, name: founders.name }]);
    await popup({ 'lists.get': noAnswer });
    expect(field().value).toBe('EU founders');
  });

  test('preselects the list used last', async () => {
    await recentListIds.setValue([uuidOf(999), nordic.id, founders.id]);
    await popup();
    expect(field().value).toBe('Nordic procurement');
    expect(button(addTo('Nordic procurement')).disabled).toBe(false);
  });

  test('says that the workspace has no lists', async () => {
    await popup({ 'lists.get': () => listsAre([]) });
    expect(said(t('popup.lists.empty'))).toBe(true);
  });

  describe('with more lists than can be loaded', () => {
    const fair = { id: ListId.parse(uuidOf(7)), name: 'Fair 12,000' };
    const many = async (find: NonNullable<NonNullable<Answers>['lists.find']>) => {
      const clock = stoppedClock(Date.parse(AS_OF));
      const page = await popup({ 'lists.get': () => listsAre([founders, nordic], true), 'lists.find': find });
      const type = async (text: string) => {
        await page.user.click(field());
        await page.user.keyboard(text);
        await clock.pass(UNCHANGED_MS);
      };
      return { ...page, clock, type };
    };
    const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);

    test('says so, and finds at GetSales what is typed', async () => {
      const { user, worker, type } = await many(() => ok([fair]));
      expect(said(t('popup.lists.more'))).toBe(true);
      await type('fair 12');
      expect(worker.inputs('lists.find')).toEqual([{ text: 'fair 12' }]);
      expect(options()).toEqual(['Fair 12,000', t('popup.lists.create', { name: 'fair 12' })]);
      await user.keyboard('{Enter}');
      expect(field().value).toBe('Fair 12,000');
      expect(button(addTo('Fair 12,000')).disabled).toBe(false);
    });

    test('offers no new list until GetSales has answered whether there is one of that name', async () => {
      const found = lateAnswer<Result<readonly ContactList[]>>();
      const { type, clock } = await many(() => found.promise);
      await type('Expo');
      expect(options()).toEqual([]);
      expect(said(t('popup.lists.searching'))).toBe(true);
      found.give(ok([]));
      await clock.pass(1);
      expect(options()).toEqual([t('popup.lists.create', { name: 'Expo' })]);
    });

    test(titleOf('N32'), async () => {
      const expo = { id: ListId.parse(uuidOf(8)), name: 'Expo 9' };
      const first = lateAnswer<Result<readonly ContactList[]>>();
      const { type, clock } = await many(({ text }) => (text === 'Ex' ? first.promise : ok([expo])));
      await type('Ex');
      await type('Expo 9');
      expect(options()).toEqual(['Expo 9']);
      first.give(ok([fair]));
      await clock.pass(1);
      expect(options()).toEqual(['Expo 9']);
      expect(said(t('popup.lists.searching'))).toBe(false);
    });

    test('says why the search failed, and offers no new list', async () => {
      const { type } = await many(() => err({ code: 'offline' }));
      await type('Expo');
      expect(said(t('popup.lists.searchFailed', { reason: t('error.offline.title') }))).toBe(true);
      expect(options()).toEqual([]);
    });
  });

  test('says why lists could not be refreshed, keeps the remembered ones, and asks again', async () => {
    await knownLists.setValue([{ id: founders.id, name: founders.name }]);
    const { user, worker } = await popup({ 'lists.get': () => err({ code: 'offline' }) });
    expect(document.body.textContent).toContain(t('popup.lists.failed', { reason: t('error.offline.title') }));
    worker.answer({ 'lists.get': () => listsAre([founders, nordic]) });
    await user.click(button(t('common.retry')));
    expect(document.body.textContent).not.toContain(t('error.offline.title'));
  });

  test('can add while the contact status is not known', async () => {
    const { user, worker } = await popup({ 'contact.status': noAnswer, 'contact.add': () => created() });
    await choose(user, 'nordic');
    await user.click(button(addTo('Nordic procurement')));
    expect(worker.inputs('contact.add')).toEqual([expect.objectContaining({ ifPresent: 'keep' })]);
  });
});

describe('a new list', () => {
  test('is created, chosen, and used for the add', async () => {
    const fair: ContactList = { id: ListId.parse(uuidOf(303)), name: 'Trade fair' };
    const { user, worker } = await popup({ 'lists.create': () => ok(fair), 'contact.add': () => created() });
    await choose(user, 'Trade fair');
    expect(worker.inputs('lists.create')).toEqual([{ name: 'Trade fair' }]);
    await user.click(button(addTo('Trade fair')));
    expect(worker.inputs('contact.add')).toEqual([
      expect.objectContaining({ listId: fair.id, listName: 'Trade fair' }),
    ]);
  });

  test('is announced while it is created, and nothing is added to it yet', async () => {
    const { user, worker } = await popup({ 'lists.create': noAnswer });
    await choose(user, 'Trade fair');
    expect(said(t('popup.lists.creating'))).toBe(true);
    expect(button(t('popup.add.choose')).disabled).toBe(true);
    expect(worker.inputs('contact.add')).toEqual([]);
  });

  test('that cannot be created leaves the choice as it was', async () => {
    const { user } = await popup({ 'lists.create': () => err({ code: 'forbidden', by: 'api' }) });
    await choose(user, 'Trade fair');
    expect(screen.getByRole('alert').textContent).toBe(
      t('popup.lists.createFailed', { reason: t('error.forbidden.title') }),
    );
    expect(field().value).toBe('');
  });
});

describe('adding', () => {
  /** The popup after a press on Add to Nordic procurement. */
  async function added(answer: Answers = {}) {
    await recentListIds.setValue([nordic.id]);
    const page = await popup(answer);
    await page.user.click(button(addTo('Nordic procurement')));
    return page;
  }

  test('sends the person, the list and what the page proves, for the connected account', async () => {
    const { worker } = await added({ 'contact.add': () => created() });
    expect(worker.inputs('contact.add')).toEqual([
      {
        entryId: expect.any(String),
        identity: miraIdentity,
        personName: 'Mira Okonkwo',
        listId: nordic.id,
        listName: 'Nordic procurement',
        draft: { name: 'Mira Okonkwo', firstName: 'Mira', lastName: 'Okonkwo', headline: 'Head of Procurement' },
        ifPresent: 'keep',
      },
    ]);
    expect(worker.accountOf('contact.add')).toBe(maraAccount.id);
  });

  test('is busy until GetSales answers, and a second press adds nothing', async () => {
    const late = lateAnswer<Result<AddOutcome>>();
    const { user, worker } = await added({ 'contact.add': () => late.promise });
    const busy = button(t('popup.add.adding', { list: 'Nordic procurement' }));
    expect(busy.getAttribute('aria-busy')).toBe('true');
    await user.click(busy);
    expect(worker.inputs('contact.add')).toHaveLength(1);
    late.give(created());
    await settled();
    expect(said(t('popup.result.created', { list: 'Nordic procurement' }))).toBe(true);
  });

  test('replaces the form by its result, which has the focus', async () => {
    await added({ 'contact.add': () => created() });
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(document.activeElement?.textContent).toContain(t('popup.result.created', { list: 'Nordic procurement' }));
  });

  test('can be undone, and the person can be added again', async () => {
    const { user, worker } = await added({ 'contact.add': () => created(), 'contact.undo': () => ok(null) });
    const entryId = worker.inputs('contact.add')[0]?.entryId;
    await user.click(button(t('common.undo')));
    expect(worker.inputs('contact.undo')).toEqual([{ entryId }]);
    expect(said(t('popup.result.undone'))).toBe(true);
    await user.click(button(addTo('Nordic procurement')));
    expect(new Set(worker.inputs('contact.add').map((each) => JSON.stringify(each))).size).toBe(2);
  });

  test('whose undo fails says so and can be undone again', async () => {
    const answers: Result<null>[] = [err({ code: 'offline' }), ok(null)];
    const { user } = await added({
      'contact.add': () => created(),
      'contact.undo': () => answers.shift() ?? noAnswer(),
    });
    await user.click(button(t('common.undo')));
    expect(said(t('popup.result.stillThere', { list: 'Nordic procurement' }))).toBe(true);
    await user.click(button(t('common.retry')));
    expect(said(t('popup.result.undone'))).toBe(true);
  });

  test('that is being cancelled is neither tried nor cancelled again', async () => {
    const { user, worker } = await added({ 'contact.add': () => WAITING, 'contact.cancel': noAnswer });
    await user.click(button(t('popup.result.drop')));
    expect(button(t('popup.result.drop')).getAttribute('aria-busy')).toBe('true');
    await user.click(button(t('popup.result.tryNow')));
    await user.click(button(t('popup.result.drop')));
    expect(worker.inputs('contact.cancel')).toHaveLength(1);
    expect(worker.inputs('activity.retry')).toEqual([]);
  });

  test('that waits and ended in between cannot be cancelled', async () => {
    const { user } = await added({ 'contact.add': () => WAITING, 'contact.cancel': () => err({ code: 'too-late' }) });
    await user.click(button(t('popup.result.drop')));
    expect(said(t('popup.result.dropped'))).toBe(false);
    expect(said(t('popup.result.waitingReach', { person: 'Mira Okonkwo' }))).toBe(true);
  });

  const WAITING: Result<AddWaiting> = ok({ effect: 'waiting', error: { code: 'offline' } });

  test('that waits is tried now by the same entry', async () => {
    const { user, worker } = await added({
      'contact.add': () => WAITING,
      'activity.retry': () => ok({ name: 'done', outcome: { ...createdOutcome() } }),
    });
    expect(said(t('popup.result.waitingReach', { person: 'Mira Okonkwo' }))).toBe(true);
    await user.click(button(t('popup.result.tryNow')));
    const entryId = worker.inputs('contact.add')[0]?.entryId;
    expect(worker.inputs('activity.retry')).toEqual([{ entryId }]);
    expect(said(t('popup.result.created', { list: 'Nordic procurement' }))).toBe(true);
  });

  test('that waits is cancelled by the same entry', async () => {
    const { user, worker } = await added({ 'contact.add': () => WAITING, 'contact.cancel': () => ok(null) });
    await user.click(button(t('popup.result.drop')));
    const entryId = worker.inputs('contact.add')[0]?.entryId;
    expect(worker.inputs('contact.cancel')).toEqual([{ entryId }]);
    expect(said(t('popup.result.dropped'))).toBe(true);
  });

  test('that is refused for a field opens the details there', async () => {
    const problems = [{ field: 'lead.headline', message: 'Too bold.' }];
    await added({ 'contact.add': () => err({ code: 'refused', status: 422, problems }) });
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: t('popup.field.headline') }));
    expect(document.body.textContent).toContain(t('popup.problem.refused', { message: 'Too bold.' }));
  });

  test('that failed is pressed again as a new entry', async () => {
    const answers: Result<AddOutcome>[] = [err({ code: 'server-trouble', status: 500 }), created()];
    const { user, worker } = await added({ 'contact.add': () => answers.shift() ?? noAnswer() });
    await user.click(button(t('common.retry')));
    expect(said(t('popup.result.created', { list: 'Nordic procurement' }))).toBe(true);
    expect(worker.inputs('contact.add')).toHaveLength(2);
  });
});

function createdOutcome(): AddOutcome {
  return { effect: 'created', contactId: contactA, listId: nordic.id, listName: nordic.name, undoUntil: null };
}

describe('a person who is in another list', () => {
  const elsewhere: Answers = {
    'contact.status': () => ok(presentStatus({ contact: aContact({ listId: founders.id }), listName: 'EU founders' })),
    'contact.add': () => created({ effect: 'moved' }),
  };

  async function asked(answers: Answers = elsewhere) {
    await recentListIds.setValue([nordic.id]);
    return popup(answers);
  }

  test('is kept by Enter without a request', async () => {
    const { user, worker } = await asked();
    await user.click(button(t('popup.guard.keep', { list: 'EU founders' })));
    expect(worker.inputs('contact.add')).toEqual([]);
    expect(said(t('popup.result.kept', { list: 'EU founders' }))).toBe(true);
  });

  test('is moved only by the button that says so', async () => {
    const { user, worker } = await asked();
    expect(buttonNames()).not.toContain(addTo('Nordic procurement'));
    await user.click(button(t('popup.guard.move', { list: 'Nordic procurement' })));
    expect(worker.inputs('contact.add')).toEqual([expect.objectContaining({ ifPresent: 'move', listId: nordic.id })]);
    expect(said(t('popup.result.moved', { list: 'Nordic procurement' }))).toBe(true);
  });

  test('has no details to edit, since a move sends none', async () => {
    await asked();
    expect(screen.queryByRole('button', { name: new RegExp(t('popup.details.edit'), 'u') })).toBeNull();
  });

  test('and turns out to be there only after the add is offered the move', async () => {
    const answers = [created({ effect: 'kept', listId: founders.id, listName: 'EU founders' }), created()];
    const { user, worker } = await asked({ 'contact.add': () => answers.shift() ?? noAnswer() });
    await user.click(button(addTo('Nordic procurement')));
    await user.click(button(t('popup.guard.move', { list: 'Nordic procurement' })));
    expect(worker.inputs('contact.add').at(-1)).toMatchObject({ ifPresent: 'move', listId: nordic.id });
  });
});

test('a person who is in the chosen list already cannot be added to it', async () => {
  await recentListIds.setValue([nordic.id]);
  await popup({
    'contact.status': () => ok(presentStatus({ contact: aContact({ listId: nordic.id }), listName: nordic.name })),
  });
  expect(said(t('popup.add.alreadyHint'))).toBe(true);
  expect(buttonNames()).not.toContain(addTo('Nordic procurement'));
});

test('an add from before the popup opened is shown as it is', async () => {
  const entry = addEntry(1, {
    createdAt: new Date().toISOString(),
    state: {
      name: 'waiting',
      error: { code: 'offline' },
      tries: 1,
      retryAt: new Date().toISOString(),
      mayHaveArrived: false,
    },
  });
  await popup({ 'outbox.recent': () => ok([entry]) });
  expect(said(t('popup.result.waitingReach', { person: 'Mira Okonkwo' }))).toBe(true);
});

test('a failed lookup is repeated on request', async () => {
  const { user, worker } = await popup({ 'contact.status': () => err({ code: 'offline' }) });
  expect(said(t('popup.contactStatus.failed'))).toBe(true);
  worker.answer({ 'contact.status': () => ok({ kind: 'absent', asOf: AS_OF }) });
  await user.click(button(t('common.retry')));
  expect(said(t('popup.contactStatus.absent'))).toBe(true);
});
