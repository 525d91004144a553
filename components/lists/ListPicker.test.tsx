import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { show } from '@/components/testing/show';
import type { ContactList } from '@/lib/domain/contact';
import { ListId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/text';
import type { OtherLists } from '@/lib/ui/adding/use-workspace';
import { uuidOf } from '@/lib/outbox/testing/entries';
import { indexLists } from './list-rows';
import { ListPicker } from './ListPicker';

const NAMES = ['EU founders', 'Nordic procurement', 'Übergabe Vertrieb', 'Energy buyers'];
const LISTS: readonly ContactList[] = NAMES.map((name, index) => ({ id: ListId.parse(uuidOf(index + 1)), name }));
const order = new Intl.Collator('en');

interface Picked {
  readonly selected: string[];
  readonly created: string[];
}

/** A picker whose choice is shown in it, as in the popup. */
function Picker({
  picked,
  lists = LISTS,
  recent = [],
  start = null,
  others = null,
}: {
  readonly picked: Picked;
  readonly lists?: readonly ContactList[];
  readonly recent?: readonly string[];
  readonly start?: ContactList | null;
  readonly others?: OtherLists | null;
}) {
  const [list, setList] = useState(start);
  return (
    <ListPicker
      index={indexLists(lists, order)}
      recentIds={recent}
      others={others}
      selected={list}
      onSelect={(chosen) => {
        picked.selected.push(chosen.name);
        setList(chosen);
      }}
      onCreate={(name) => picked.created.push(name)}
    />
  );
}

const field = (): HTMLInputElement => screen.getByRole('combobox', { name: t('popup.lists.label') });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const highlighted = () => screen.queryAllByRole('option', { selected: true }).map(({ textContent }) => textContent);
const nothing = (): Picked => ({ selected: [], created: [] });
const newList = (name: string) => t('popup.lists.create', { name });

describe('the list picker', () => {
  test('has the focus, is closed, and shows the chosen list', async () => {
    await show(<Picker picked={nothing()} start={LISTS[1] ?? null} />);
    expect(document.activeElement).toBe(field());
    expect(field().value).toBe('Nordic procurement');
    expect(field().getAttribute('aria-expanded')).toBe('false');
    expect(options()).toEqual([]);
  });

  test('leaves the focus where the user has put it', async () => {
    await show(
      <>
        <input aria-label="other" autoFocus />
        <Picker picked={nothing()} />
      </>,
    );
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'other' }));
  });

  test('opens by a click with every list in order of name', async () => {
    const { user } = await show(<Picker picked={nothing()} />);
    await user.click(field());
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(options()).toEqual(['Energy buyers', 'EU founders', 'Nordic procurement', 'Übergabe Vertrieb']);
  });

  test('opens and closes by its button', async () => {
    const { user } = await show(<Picker picked={nothing()} />);
    await user.click(screen.getByRole('button', { name: t('popup.lists.open') }));
    expect(options()).toHaveLength(4);
    await user.click(screen.getByRole('button', { name: t('popup.lists.open') }));
    expect(options()).toEqual([]);
  });

  test('shows recently used lists first, each once', async () => {
    const { user } = await show(<Picker picked={nothing()} recent={[uuidOf(3), uuidOf(77), uuidOf(1)]} />);
    await user.click(field());
    expect(options()).toEqual(['Übergabe Vertrieb', 'EU founders', 'Energy buyers', 'Nordic procurement']);
    expect(screen.getByText(t('popup.lists.recent'))).not.toBeNull();
    expect(screen.getByText(t('popup.lists.all'))).not.toBeNull();
  });

  test('marks the chosen list', async () => {
    const { user } = await show(<Picker picked={nothing()} start={LISTS[0] ?? null} />);
    await user.click(field());
    const chosen = screen.getAllByRole('option').filter((row) => within(row).queryByRole('img') !== null);
    expect(chosen.map((row) => within(row).getByText('EU founders').textContent)).toEqual(['EU founders']);
    expect(screen.getByRole('img', { name: t('popup.lists.chosen') })).not.toBeNull();
  });

  test('tells a screen reader how many choices there are and which one each is', async () => {
    const { user } = await show(<Picker picked={nothing()} />);
    await user.click(field());
    expect(screen.getAllByRole('option').map((row) => row.getAttribute('aria-setsize'))).toEqual(['4', '4', '4', '4']);
    expect(screen.getAllByRole('option').map((row) => row.getAttribute('aria-posinset'))).toEqual(['1', '2', '3', '4']);
  });

  test('is empty without lists, and offers to create what is typed', async () => {
    const picked = nothing();
    const { user } = await show(<Picker picked={picked} lists={[]} />);
    await user.click(field());
    expect(options()).toEqual([]);
    await user.keyboard('VIPs{Enter}');
    expect(picked).toEqual({ selected: [], created: ['VIPs'] });
  });
});

describe('typing', () => {
  test('replaces the shown name instead of adding to it', async () => {
    const { user } = await show(<Picker picked={nothing()} start={LISTS[1] ?? null} />);
    await user.click(field());
    await user.keyboard('eu');
    expect(field().value).toBe('eu');
  });

  test('keeps the selected name selected when the focused field is clicked', async () => {
    const { user } = await show(<Picker picked={nothing()} start={LISTS[1] ?? null} />);
    let isCaretMoved = true;
    field().addEventListener('mousedown', (event) => {
      queueMicrotask(() => (isCaretMoved = !event.defaultPrevented));
    });
    await user.click(field());
    expect(isCaretMoved).toBe(false);
    expect(field().selectionEnd).toBe('Nordic procurement'.length);
  });

  test.each([
    ['nord', ['Nordic procurement', newList('nord')]],
    ['uber', ['Übergabe Vertrieb', newList('uber')]],
    ['BUYERS', ['Energy buyers', newList('BUYERS')]],
    ['ver über', ['Übergabe Vertrieb', newList('ver über')]],
    ['e', ['Energy buyers', 'EU founders', 'Nordic procurement', 'Übergabe Vertrieb', newList('e')]],
    ['eu founders', ['EU founders']],
    ['zzz', [newList('zzz')]],
  ])('"%s" finds what it should', async (typed, found) => {
    const { user } = await show(<Picker picked={nothing()} />);
    await user.click(field());
    await user.keyboard(typed);
    expect(options()).toEqual(found);
    expect(highlighted()).toEqual(found.slice(0, 1));
  });

  test('never creates a list whose name exists in another case', async () => {
    const picked = nothing();
    const { user } = await show(<Picker picked={picked} />);
    await user.keyboard('NORDIC procurement{Enter}');
    expect(picked).toEqual({ selected: ['Nordic procurement'], created: [] });
  });

  test('accepts a name of 200 characters and no more', async () => {
    const { user } = await show(<Picker picked={nothing()} />);
    await user.click(field());
    await user.keyboard('x'.repeat(201));
    expect(field().value).toBe('x'.repeat(200));
  });

  test('creates a list with the spaces tidied up', async () => {
    const picked = nothing();
    const { user } = await show(<Picker picked={picked} />);
    await user.click(field());
    await user.keyboard('  Trade   fair {Enter}');
    expect(picked).toEqual({ selected: [], created: ['Trade fair'] });
  });
});

describe('the keyboard', () => {
  test('chooses with arrows and Enter, and shows the choice', async () => {
    const picked = nothing();
    const { user } = await show(<Picker picked={picked} />);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(highlighted()).toEqual(['EU founders']);
    await user.keyboard('{Enter}');
    expect(picked).toEqual({ selected: ['EU founders'], created: [] });
    expect(field().value).toBe('EU founders');
    expect(options()).toEqual([]);
  });

  test('moves around the ends', async () => {
    const { user } = await show(<Picker picked={nothing()} />);
    await user.click(field());
    await user.keyboard('{ArrowUp}');
    expect(highlighted()).toEqual(['Übergabe Vertrieb']);
    await user.keyboard('{ArrowDown}');
    expect(highlighted()).toEqual(['Energy buyers']);
  });

  test('cancels with Escape and shows the chosen list again', async () => {
    const picked = nothing();
    const { user } = await show(<Picker picked={picked} start={LISTS[0] ?? null} />);
    await user.click(field());
    await user.keyboard('nord{Escape}');
    expect(field().value).toBe('EU founders');
    expect(options()).toEqual([]);
    expect(picked).toEqual(nothing());
  });

  test('leaves a closed picker’s Escape to the popup', async () => {
    const { user } = await show(<Picker picked={nothing()} start={LISTS[0] ?? null} />);
    await user.keyboard('{Escape}');
    expect(field().value).toBe('EU founders');
  });

  test('chooses nothing when the field is left', async () => {
    const picked = nothing();
    const { user } = await show(<Picker picked={picked} start={LISTS[0] ?? null} />);
    await user.click(field());
    await user.keyboard('nord');
    await user.tab();
    expect(picked).toEqual(nothing());
    expect(field().value).toBe('EU founders');
    expect(options()).toEqual([]);
  });
});

test('a click on a row chooses it', async () => {
  const picked = nothing();
  const { user } = await show(<Picker picked={picked} />);
  await user.click(field());
  await user.click(screen.getByRole('option', { name: 'Nordic procurement' }));
  expect(picked).toEqual({ selected: ['Nordic procurement'], created: [] });
});

test('a click on the last row creates a list', async () => {
  const picked = nothing();
  const { user } = await show(<Picker picked={picked} />);
  await user.click(field());
  await user.keyboard('Trade fair');
  await user.click(screen.getByRole('option', { name: newList('Trade fair') }));
  expect(picked).toEqual({ selected: [], created: ['Trade fair'] });
});
