import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { stoppedClock } from '@/components/testing/clock';
import { asOf, fakeWorker, listsAre, noAnswer, type FakeWorker } from '@/components/testing/fake-worker';
import { show } from '@/components/testing/show';
import { freshStorage } from '@/e2e/support/extension-storage';
import { ListId, SenderId } from '@/lib/domain/ids';
import { err } from '@/lib/domain/result';
import { t } from '@/lib/i18n/text';
import { uuidOf } from '@/lib/outbox/testing/entries';
import { defaultListId, defaultSenderId, knownLists, cancelPeriodSeconds } from '@/lib/settings/items';
import { toggles } from '@/lib/settings/toggles';
import { useDefaults } from '@/lib/ui/setup/use-defaults';
import { DefaultsStep } from './DefaultsStep';

const founders = { id: ListId.parse(uuidOf(1)), name: 'EU founders' };
const nordic = { id: ListId.parse(uuidOf(2)), name: 'Nordic procurement' };
const mara = { id: SenderId.parse(uuidOf(3)), name: 'Mara (DE)', enabled: true, canWrite: true };
const office = { id: SenderId.parse(uuidOf(4)), name: 'Office', enabled: true, canWrite: false };

function Step({ onReplaceKey = () => undefined }: { readonly onReplaceKey?: () => void }) {
  return <DefaultsStep defaults={useDefaults(true)} onReplaceKey={onReplaceKey} />;
}

const workspace = (answers: Parameters<typeof fakeWorker>[0] = {}): FakeWorker =>
  fakeWorker({
    'lists.get': () => listsAre([founders, nordic]),
    'senders.get': () => asOf([mara, office]),
    ...answers,
  });
const select = (name: string): HTMLSelectElement => screen.getByRole('combobox', { name });
const list = () => select(t('options.defaults.list'));
const sender = () => select(t('options.defaults.sender'));
const undo = () => select(t('options.defaults.undo'));
const autoAdd = () => screen.getByRole<HTMLInputElement>('switch', { name: t('options.defaults.addAsIOpen') });
const shown = (field: HTMLSelectElement) => field.selectedOptions[0]?.textContent;
const names = (field: HTMLSelectElement) => Array.from(field.options, ({ textContent }) => textContent);

describe('the defaults', () => {
  test('show placeholders while lists and senders are loading', async () => {
    await show(<Step />, workspace({ 'lists.get': noAnswer, 'senders.get': noAnswer }));
    expect(screen.queryByRole('combobox', { name: t('options.defaults.list') })).toBeNull();
    expect(screen.getAllByText(t('common.loading'))).toHaveLength(2);
  });

  test('say after a second that loading takes a while', async () => {
    const { pass } = stoppedClock(0);
    await show(<Step />, workspace({ 'senders.get': noAnswer }));
    expect(screen.queryByText(t('options.defaults.slow'))).toBeNull();
    await pass(1_000);
    expect(screen.getByText(t('options.defaults.slow'))).not.toBeNull();
  });

  test('offer every list and sender, and no choice', async () => {
    await show(<Step />, workspace());
    expect(names(list())).toEqual([t('options.defaults.listNone'), 'EU founders', 'Nordic procurement']);
    expect(names(sender())).toEqual([
      t('options.defaults.senderNone'),
      'Mara (DE)',
      t('options.defaults.senderCannotWrite', { name: 'Office' }),
    ]);
    expect([shown(list()), shown(sender())]).toEqual([
      t('options.defaults.listNone'),
      t('options.defaults.senderNone'),
    ]);
  });

  test('do not offer a sender who cannot write', async () => {
    await show(<Step />, workspace());
    expect(Array.from(sender().options, ({ disabled }) => disabled)).toEqual([false, false, true]);
  });

  test('store each choice, and forget it again', async () => {
    const { user } = await show(<Step />, workspace());
    await user.selectOptions(list(), 'Nordic procurement');
    await user.selectOptions(sender(), 'Mara (DE)');
    expect([await defaultListId.getValue(), await defaultSenderId.getValue()]).toEqual([nordic.id, mara.id]);
    expect(shown(list())).toBe('Nordic procurement');
    await user.selectOptions(list(), t('options.defaults.listNone'));
    expect(await defaultListId.getValue()).toBeNull();
    expect(await defaultSenderId.getValue()).toBe(mara.id);
  });

  test('store how long a message can be undone', async () => {
    const { user } = await show(<Step />, workspace());
    expect(shown(undo())).toBe(t('options.defaults.undoSeconds', { count: 5 }));
    await user.selectOptions(undo(), t('options.defaults.undoNone'));
    expect(await cancelPeriodSeconds.getValue()).toBe(0);
    await user.selectOptions(undo(), t('options.defaults.undoSeconds', { count: 20 }));
    expect(await cancelPeriodSeconds.getValue()).toBe(20);
  });

  test('store the switch at once', async () => {
    const { user } = await show(<Step />, workspace());
    expect(autoAdd().checked).toBe(false);
    await user.click(autoAdd());
    expect(await toggles.addAsIOpen.getValue()).toBe(true);
    expect(autoAdd().checked).toBe(true);
  });

  test('follow a change made on another page', async () => {
    await show(<Step />, workspace());
    await toggles.addAsIOpen.setValue(true);
    await defaultListId.setValue(founders.id);
    await screen.findByDisplayValue('EU founders');
    expect(autoAdd().checked).toBe(true);
  });

  test('return to the stored choice and say so when the browser cannot write', async () => {
    const storage = freshStorage();
    const { user } = await show(<Step />, workspace());
    storage.failWrites('local', new Error('disk'));
    await user.selectOptions(list(), 'Nordic procurement');
    expect(screen.getByRole('alert').textContent).toContain(t('options.defaults.unsaved'));
    expect(shown(list())).toBe(t('options.defaults.listNone'));
    storage.failWrites('local', null);
    await user.selectOptions(list(), 'EU founders');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a workspace', () => {
  test('without lists says so and offers none', async () => {
    await show(<Step />, workspace({ 'lists.get': () => listsAre([]) }));
    expect(list().disabled).toBe(true);
    expect(screen.getByText(t('options.defaults.noLists'))).not.toBeNull();
    expect(sender().disabled).toBe(false);
  });

  test('with more lists than can be loaded says so, and does not call the chosen one deleted', async () => {
    await defaultListId.setValue(uuidOf(99));
    await show(<Step />, workspace({ 'lists.get': () => listsAre([founders], true) }));
    expect(screen.getByText(t('options.defaults.moreLists'))).not.toBeNull();
    expect(shown(list())).toBe(t('options.defaults.unknown'));
  });

  test('without senders says so', async () => {
    await show(<Step />, workspace({ 'senders.get': () => asOf([]) }));
    expect(sender().disabled).toBe(true);
    expect(screen.getByText(t('options.defaults.noSenders'))).not.toBeNull();
  });

  test('that lost the chosen list says so, and the choice can be changed', async () => {
    await defaultListId.setValue(uuidOf(99));
    const { user } = await show(<Step />, workspace({ 'lists.get': () => listsAre([founders]) }));
    expect(shown(list())).toBe(t('options.defaults.listGone'));
    await user.selectOptions(list(), 'EU founders');
    expect(await defaultListId.getValue()).toBe(founders.id);
  });

  test('that cannot be loaded shows the remembered lists as such', async () => {
    await knownLists.setValue([founders]);
    await show(<Step />, workspace({ 'lists.get': () => err({ code: 'offline' }) }));
    expect(names(list())).toContain('EU founders');
    expect(screen.getByText(t('options.defaults.remembered'))).not.toBeNull();
    expect(screen.getByRole('alert').textContent).toContain(t('error.offline.title'));
  });

  test('that cannot be loaded keeps an earlier choice without claiming that it is gone', async () => {
    await defaultListId.setValue(nordic.id);
    await show(<Step />, workspace({ 'lists.get': () => err({ code: 'offline' }) }));
    expect(shown(list())).toBe(t('options.defaults.unknown'));
    expect(list().disabled).toBe(true);
  });

  test('is asked again for exactly what failed', async () => {
    const { user, worker } = await show(<Step />, workspace({ 'senders.get': () => err({ code: 'offline' }) }));
    worker.answer({ 'senders.get': () => asOf([mara]) });
    await user.click(screen.getByRole('button', { name: t('common.retry') }));
    expect(names(sender())).toContain('Mara (DE)');
    expect(screen.queryByRole('alert')).toBeNull();
    expect([worker.inputs('senders.get').length, worker.inputs('lists.get').length]).toEqual([2, 1]);
  });

  test('whose key is rejected leads to the form for another key', async () => {
    let opened = 0;
    const { user } = await show(
      <Step onReplaceKey={() => (opened += 1)} />,
      workspace({ 'lists.get': () => err({ code: 'key-rejected' }) }),
    );
    await user.click(screen.getByRole('button', { name: t('common.checkKey') }));
    expect(opened).toBe(1);
  });
});
