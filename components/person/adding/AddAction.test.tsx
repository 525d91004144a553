import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { saying } from '@/components/testing/saying';
import { show } from '@/components/testing/show';
import { t } from '@/lib/i18n/text';
import { listA } from '@/lib/outbox/testing/entries';
import { AddAction } from './AddAction';
import type { MainAction } from './main-action';

const list = { id: listA, name: 'Recruiters' };
const PERSON = 'Mira Okonkwo';
const add = t('popup.add.to', { list: 'Recruiters' });

/** The button in its form; `pressed` collects submits and moves. */
async function action(view: Exclude<MainAction, { kind: 'result' }>) {
  const pressed: string[] = [];
  const { user } = await show(
    <form
      onSubmit={(event) => {
        event.preventDefault();
        pressed.push('submit');
      }}
    >
      <input aria-label="list" autoFocus />
      <AddAction view={view} personName={PERSON} onMove={() => pressed.push('move')} />
    </form>,
  );
  return { user, pressed, click: (name: string) => user.click(screen.getByRole('button', { name })) };
}

test('asks for a list first', async () => {
  const { click, pressed, user } = await action({ kind: 'choose-list' });
  await click(t('popup.add.choose'));
  await user.keyboard('{Enter}');
  expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(true);
  expect(pressed).toEqual([]);
});

test('adds by a click and by Enter, and names the list', async () => {
  const { click, pressed, user } = await action({ kind: 'add', list, ifPresent: 'keep' });
  await user.keyboard('{Enter}');
  await click(add);
  expect(pressed).toEqual(['submit', 'submit']);
});

test.each([
  ['keep', t('popup.add.adding', { list: 'Recruiters' })],
  ['move', t('popup.guard.moving', { list: 'Recruiters' })],
] as const)('is busy during an add (%s) and ignores a second press', async (ifPresent, name) => {
  const { click, pressed } = await action({ kind: 'adding', list, ifPresent });
  expect(screen.getByRole('button', { name, busy: true })).not.toBeNull();
  await click(name);
  expect(pressed).toEqual([]);
});

test('offers nothing for a person who is in the chosen list', async () => {
  await action({ kind: 'already', listName: 'Recruiters' });
  expect(screen.getByText(saying(t('popup.add.already', { list: 'Recruiters' })))).not.toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

describe('a person in another list', () => {
  const asking = (change: Partial<Extract<MainAction, { kind: 'ask-to-move' }>> = {}) =>
    ({ kind: 'ask-to-move', list, currentName: 'Partners', automations: [], complete: true, ...change }) as const;
  const keep = t('popup.guard.keep', { list: 'Partners' });
  const move = t('popup.guard.move', { list: 'Recruiters' });

  test('is kept by Enter, and moved by its own button only', async () => {
    const { click, pressed, user } = await action(asking());
    await user.keyboard('{Enter}');
    expect(pressed).toEqual(['submit']);
    await click(move);
    expect(pressed).toEqual(['submit', 'move']);
    await click(keep);
    expect(pressed).toEqual(['submit', 'move', 'submit']);
  });

  test.each([
    ['all is known', {}, t('popup.guard.body', { person: PERSON, list: 'Partners' })],
    [
      'automations are not known',
      { complete: false },
      t('popup.guard.bodyUnknown', { person: PERSON, list: 'Partners' }),
    ],
    [
      'an automation is running',
      { automations: ['Q4 outreach'] },
      t('popup.guard.bodyAutomation', {
        person: PERSON,
        list: 'Partners',
        automation: t('popup.guard.automation', { automation: 'Q4 outreach' }),
      }),
    ],
  ])('learns what a move would do when %s', async (_when, change, words) => {
    await action(asking(change));
    expect(screen.getByText(saying(words))).not.toBeNull();
  });

  test('of an unknown name is in “another list”', async () => {
    await action(asking({ currentName: '' }));
    expect(
      screen.getByRole('button', { name: t('popup.guard.keep', { list: t('popup.guard.otherList') }) }),
    ).not.toBeNull();
  });
});
