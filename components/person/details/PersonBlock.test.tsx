import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { saying } from '@/components/testing/saying';
import { show } from '@/components/testing/show';
import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { PersonBlock } from './PersonBlock';
import type { PersonField } from './person-fields';

const named = (value: string): readonly PersonField[] => [
  { name: 'name', value, source: 'page', send: true, problem: null },
];

test.each([
  ['Cyrillic', 'Мira Оkоnkwо', 'rnira-okonkwo-9'],
  ['her own', 'Mira Okonkwo', 'mira-okonkwo'],
  ['full-width', 'Ｍira Okonkwo', 'mira-okonkwo-7'],
])(titleOf('D2', '%s letters'), async (_letters, name, slug) => {
  const identity = LinkedInIdentity.parse({ slug, memberId: null, salesId: null });
  await show(<PersonBlock identity={identity} fields={named(name)} origin="From this page" />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(name);
  expect(screen.queryAllByText(saying(slug)).length).toBeGreaterThan(0);
});
