import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { aReading } from '@/components/testing/people';
import { show } from '@/components/testing/show';
import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { PersonOnPage } from '@/lib/domain/reading';
import { t } from '@/lib/i18n/text';
import { PageReport } from './PageReport';
import { PeopleList } from './PeopleList';

const NAMES = ['Mira Okonkwo', 'Ana Duarte', 'Teo Larsen', 'Jonas Berg', 'Li Wei', 'Kofi', 'Noor', 'Zoë', 'Sam'];

function person(name: string): PersonOnPage {
  const slug = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]+/gu, '-');
  return {
    identity: LinkedInIdentity.parse({ slug, memberId: null, salesId: null }),
    fields: { name: { value: name, evidence: 'heading', certainty: 'proven' } },
  };
}

const PEOPLE = NAMES.map(person);

function List({
  people,
  chosen,
  unlinked = 0,
  lastChosen = null,
}: {
  readonly people: readonly PersonOnPage[];
  readonly chosen: string[];
  readonly unlinked?: number;
  readonly lastChosen?: PersonOnPage | null;
}) {
  const [typed, setTyped] = useState('');
  return (
    <PeopleList
      people={people}
      unlinked={unlinked}
      typed={typed}
      onType={setTyped}
      lastChosen={lastChosen}
      onChoose={({ fields }) => chosen.push(fields.name?.value ?? '')}
    />
  );
}

async function list(
  people: readonly PersonOnPage[],
  change: Omit<Parameters<typeof List>[0], 'people' | 'chosen'> = {},
) {
  const chosen: string[] = [];
  const { user } = await show(<List people={people} chosen={chosen} {...change} />);
  return { user, chosen };
}

const rows = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
const focused = () => document.activeElement?.textContent;
const field = () => screen.queryByRole('searchbox', { name: t('popup.people.find') });

describe('the people on a page', () => {
  test('are listed and counted, and the first has the focus', async () => {
    const { user, chosen } = await list(PEOPLE.slice(0, 3));
    expect(screen.getByRole('status').textContent).toBe(t('popup.people.count', { count: 3 }));
    expect(rows()).toHaveLength(3);
    expect(focused()).toContain('Mira Okonkwo');
    expect(field()).toBeNull();
    await user.keyboard('{Enter}');
    expect(chosen).toEqual(['Mira Okonkwo']);
  });

  test(titleOf('D2', 'a list of people'), async () => {
    const { name, ...twin } = { ...person('Mira Okonkwo').fields };
    const other = LinkedInIdentity.parse({ slug: 'rnira-okonkwo', memberId: null, salesId: null });
    await list([person('Mira Okonkwo'), { identity: other, fields: { ...twin, ...(name && { name }) } }]);
    expect(rows()).toEqual([
      expect.stringMatching(/Mira Okonkwo.*(?<!r)mira-okonkwo/u),
      expect.stringMatching(/Mira Okonkwo.*rnira-okonkwo/u),
    ]);
  });

  test('are chosen by a click', async () => {
    const { user, chosen } = await list(PEOPLE.slice(0, 3));
    await user.click(screen.getByRole('button', { name: /Ana Duarte/u }));
    expect(chosen).toEqual(['Ana Duarte']);
  });

  test('are walked through with arrows, Home and End', async () => {
    const { user } = await list(PEOPLE.slice(0, 3));
    await user.keyboard('{ArrowDown}');
    expect(focused()).toContain('Ana Duarte');
    await user.keyboard('{End}');
    expect(focused()).toContain('Teo Larsen');
    await user.keyboard('{ArrowDown}{ArrowUp}');
    expect(focused()).toContain('Ana Duarte');
    await user.keyboard('{Home}');
    expect(focused()).toContain('Mira Okonkwo');
  });

  test('can be searched from nine on, and the only match is chosen by Enter', async () => {
    const { user, chosen } = await list(PEOPLE);
    expect(document.activeElement).toBe(field());
    await user.keyboard('zoe');
    expect(rows()).toHaveLength(1);
    expect(screen.getByRole('status').textContent).toBe(t('popup.people.count', { count: 1 }));
    await user.keyboard('{Enter}');
    expect(chosen).toEqual(['Zoë']);
  });

  test('are not chosen by Enter while several match', async () => {
    const { user, chosen } = await list(PEOPLE);
    await user.keyboard('o{Enter}');
    expect(rows().length).toBeGreaterThan(1);
    expect(chosen).toEqual([]);
  });

  test('say when none matches', async () => {
    const { user } = await list(PEOPLE);
    await user.keyboard('xyz');
    expect(screen.getByRole('status').textContent).toBe(t('popup.people.noMatch'));
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('lead back to the search field with the arrow up', async () => {
    const { user } = await list(PEOPLE);
    await user.keyboard('{ArrowDown}');
    expect(focused()).toContain('Mira Okonkwo');
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(field());
  });

  test('give the focus back to the one chosen before', async () => {
    await list(PEOPLE, { lastChosen: PEOPLE[3] ?? null });
    expect(focused()).toContain('Jonas Berg');
  });

  test('that cannot be added from here are counted', async () => {
    await list(PEOPLE.slice(0, 3), { unlinked: 2 });
    expect(screen.getByText(t('popup.people.unlinked', { count: 2 }))).not.toBeNull();
  });

  test('of the same name differ by their link', async () => {
    await list([person('Ana Duarte')]);
    expect(rows()[0]).toContain('ana-duarte');
  });
});

describe('the report of a page that could not be read', () => {
  const copy = () => screen.getByRole('button', { name: t('popup.report.copy') });

  async function report(injected: () => Promise<readonly { readonly result: unknown }[]>) {
    Object.assign(chrome.scripting, { executeScript: injected });
    const shown = await show(
      <PageReport tabId={7} facts={aReading()}>
        {'LinkedIn changed its page.'}
      </PageReport>,
    );
    return shown;
  }

  test('says what it contains before it is made', async () => {
    await report(() => Promise.resolve([]));
    expect(screen.getByText('LinkedIn changed its page.')).not.toBeNull();
    expect(screen.getByRole('status').textContent).toBe(t('popup.report.hint'));
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('is busy while it is made', async () => {
    const { user } = await report(() => new Promise(() => undefined));
    await user.click(copy());
    expect(screen.getByRole('button', { name: t('popup.report.making'), busy: true })).not.toBeNull();
  });

  test('that cannot be made says why', async () => {
    const { user } = await report(() => Promise.reject(new Error('closed')));
    await user.click(copy());
    expect(screen.getByRole('status').textContent).toBe(
      t('popup.report.failed', { reason: t('error.pageUnreadable.title') }),
    );
  });

  test('is copied', async () => {
    const { user } = await report(() => Promise.resolve([{ result: 'main > section' }]));
    const written = vi.spyOn(navigator.clipboard, 'writeText');
    await user.click(copy());
    expect(written).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('status').textContent).toBe(t('popup.report.copied'));
  });

  test('is shown, selected, when the browser does not copy it', async () => {
    const { user } = await report(() => Promise.resolve([{ result: 'main > section' }]));
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(copy());
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: t('popup.report.shown') });
    expect(text.value.slice(text.selectionStart, text.selectionEnd)).toBe(text.value);
    expect(text.value).not.toBe('');
  });
});
