import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeWorker, listsAre } from '@/components/testing/fake-worker';
import { aReading } from '@/components/testing/people';
import { saying } from '@/components/testing/saying';
import { show } from '@/components/testing/show';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { PersonOnPage } from '@/lib/domain/reading';
import { ok } from '@/lib/domain/result';
import { t } from '@/lib/i18n/text';
import { PeopleChooser } from './PeopleChooser';

const NAMES = [
  'Mira Okonkwo',
  'Ana Duarte',
  'Teo Larsen',
  'Jonas Berg',
  'Li Wei',
  'Kofi Annan',
  'Noor Haddad',
  'Sam Ek',
  'Zoe Faber',
];

const personNamed = (name: string): PersonOnPage => ({
  identity: LinkedInIdentity.parse({
    slug: name.toLowerCase().replaceAll(' ', '-'),
    memberId: null,
    salesId: null,
  }),
  fields: {
    name: { value: name, evidence: 'heading', certainty: 'proven' },
    company: { value: `${name} Ltd`, evidence: 'structure', certainty: 'proven' },
  },
});

async function chooser() {
  const asked: (string | null)[] = [];
  const worker = fakeWorker({
    'lists.get': () => listsAre([]),
    'contact.status': ({ identity }) => {
      asked.push(identity.slug);
      return ok({ kind: 'absent', asOf: '2026-11-23T12:00:00.000Z' });
    },
  });
  const { user } = await show(
    <PeopleChooser
      found={{ kind: 'many', people: NAMES.map(personNamed), unlinked: 2 }}
      reading={aReading({ kind: 'people' })}
      list={undefined}
      refreshCount={0}
      connected
      onRefresh={() => undefined}
    />,
    worker,
  );
  return { user, asked };
}

const rows = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
const searchField = () => screen.getByRole<HTMLInputElement>('searchbox', { name: t('popup.people.find') });
const back = () => screen.getByRole('button', { name: new RegExp(t('popup.people.back'), 'u') });

test('lists the people of the page, and looks nobody up before one is chosen', async () => {
  const { asked } = await chooser();
  expect(rows()).toHaveLength(NAMES.length);
  expect(screen.queryByText(saying(t('popup.people.unlinked', { count: 2 })))).not.toBeNull();
  expect(asked).toEqual([]);
});

test('shows the chosen person with what their row says, and looks up nobody else', async () => {
  const { user, asked } = await chooser();
  await user.click(screen.getByRole('button', { name: /Ana Duarte/u }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ana Duarte');
  expect(document.body.textContent).toContain('Ana Duarte Ltd');
  expect(document.body.textContent).not.toContain('Mira Okonkwo');
  expect(asked).toEqual(['ana-duarte']);
});

test('goes back to the same search, with the focus on the person chosen last', async () => {
  const { user } = await chooser();
  await user.type(searchField(), 'ar');
  const found = rows();
  await user.click(screen.getByRole('button', { name: /Teo Larsen/u }));
  await user.click(back());
  expect(searchField().value).toBe('ar');
  expect(rows()).toEqual(found);
  expect(document.activeElement?.textContent).toContain('Teo Larsen');
});

test('a second choice shows the second person', async () => {
  const { user, asked } = await chooser();
  await user.click(screen.getByRole('button', { name: /Ana Duarte/u }));
  await user.click(back());
  await user.click(screen.getByRole('button', { name: /Sam Ek/u }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sam Ek');
  expect(document.body.textContent).not.toContain('Ana Duarte');
  expect(asked).toEqual(['ana-duarte', 'sam-ek']);
});
