import { expect, test } from '../../support/browser/fixtures';
import { like, text } from '../../screens/texts';

test('connects a key and shows its owner', async ({ world }) => {
  const options = await world.connect();
  await expect(options.getByText(text('options.account.connected', { name: 'Mara Lind' }))).toBeVisible();
  await expect(options.getByText(like('options.account.workspace', { name: 'Acme' }))).toBeVisible();
  await expect(options.getByText(like('options.account.lists', { count: 12 }))).toBeVisible();
});
