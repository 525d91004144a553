import { describe, expect, it } from 'vitest';
import { ListId } from '@/lib/domain/ids';
import { indexLists, lastUsed, listRows, preselected } from './list-rows';

const collator = new Intl.Collator('en', { numeric: true });
const id = (n: number) => ListId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const named = (...names: string[]) => names.map((name, n) => ({ id: id(n), name }));

const lists = named(
  'Nordic procurement',
  'EU founders',
  'Conference Berlin',
  'Équipe Züri',
  'Founders abroad',
  '新客户',
);
const index = indexLists(lists, collator);

/** Rows as text: `#` for headings, `+` for creation. */
const read = (typed: string, recent: readonly string[] = []) =>
  listRows(index, recent, typed).rows.map((row) => {
    if (row.kind === 'heading') return `#${row.group}`;
    return row.choice.kind === 'create' ? `+${row.choice.name}` : row.choice.list.name;
  });

describe('the rows of the list picker', () => {
  it('show all lists by name without recent lists and text', () => {
    expect(read('')).toEqual([
      'Conference Berlin',
      'Équipe Züri',
      'EU founders',
      'Founders abroad',
      'Nordic procurement',
      '新客户',
    ]);
  });

  it('show recent lists first, newest first, and none twice', () => {
    expect(read('', [id(1), id(0)])).toEqual([
      '#recent',
      'EU founders',
      'Nordic procurement',
      '#all',
      'Conference Berlin',
      'Équipe Züri',
      'Founders abroad',
      '新客户',
    ]);
  });

  it('leave out a recent list that no longer exists', () => {
    expect(read('nordic pro', [id(99)])).toEqual(['Nordic procurement', '+nordic pro']);
  });

  it.each([
    ['ignores case and accents', 'equipe zuri', ['Équipe Züri', '+equipe zuri']],
    ['finds words in any order', 'berlin conf', ['Conference Berlin', '+berlin conf']],
    ['puts names that start with the text first', 'founders', ['Founders abroad', 'EU founders', '+founders']],
    ['offers no second list of the same name', '  eu FOUNDERS ', ['EU founders']],
    ['finds other scripts', '客户', ['新客户', '+客户']],
    ['offers only creation when nothing matches', 'Zagreb', ['+Zagreb']],
    ['treats blanks as empty', '   ', read('')],
  ])('%s', (_, typed, rows) => {
    expect(read(typed)).toEqual(rows);
  });

  it('filter the recent lists too', () => {
    expect(read('founders', [id(1), id(0)])).toEqual([
      '#recent',
      'EU founders',
      '#all',
      'Founders abroad',
      '+founders',
    ]);
  });

  it('trim and limit the name of a new list', () => {
    expect(read('  Zed   b ')).toEqual(['+Zed b']);
    expect(listRows(index, [], 'x'.repeat(300)).choices).toEqual([{ kind: 'create', name: 'x'.repeat(200) }]);
  });

  it('number the choices without the headings, so that the keyboard skips them', () => {
    const { rows, choices } = listRows(index, [id(1)], '');
    const numbered = rows.flatMap((row) => (row.kind === 'choice' ? [row] : []));
    expect(numbered.map((row) => row.index)).toEqual(choices.map((_, n) => n));
    expect(numbered.map((row) => row.choice)).toEqual(choices);
  });

  it('find one list among 10,000 and keep them all', () => {
    const many = indexLists(
      Array.from({ length: 10_000 }, (_, n) => ({ id: id(n), name: `List ${n}` })),
      collator,
    );
    expect(listRows(many, [], '').choices).toHaveLength(10_000);
    expect(listRows(many, [], 'list 9999').choices[0]).toMatchObject({ list: { name: 'List 9999' } });
    expect(listRows(many, [id(42)], '').choices.slice(0, 3)).toMatchObject([
      { list: { name: 'List 42' } },
      { list: { name: 'List 0' } },
      { list: { name: 'List 1' } },
    ]);
  });
});

describe('the preselected list', () => {
  it.each([
    ['the last used one', [id(1), id(0)], id(0), 'EU founders'],
    ['the previous one when the last is gone', [id(99), id(0)], id(1), 'Nordic procurement'],
    ['the default when none was used', [], id(2), 'Conference Berlin'],
  ])('is %s', (_, recent, fallback, name) => {
    expect(preselected(index, recent, fallback)?.name).toBe(name);
  });

  it('is the only list', () => {
    const single = indexLists(named('Everyone'), collator);
    expect(preselected(single, [], null)?.name).toBe('Everyone');
    expect(lastUsed(single, [])).toBeNull();
  });

  it('is none when nothing was used and there is no default', () => {
    expect(preselected(index, [], null)).toBeNull();
  });
});
