import { expect, it } from 'vitest';
import { budgetTable, MOST_FULL } from './budgets';

it('uses at most 90 % of every size budget', async () => {
  const rows = await budgetTable();
  console.log(rows.map(({ line }) => line).join('\n'));
  expect(rows.length).toBeGreaterThan(6);
  expect(rows.filter(({ share }) => share > MOST_FULL).map(({ line }) => line)).toEqual([]);
});
