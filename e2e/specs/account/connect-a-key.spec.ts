import { expect, test } from '../../support/browser/fixtures';

test('connects a key and shows its owner', async ({ world }) => {
  const options = await world.connect();
  await expect(options.getByText('Connected as Mara Lind')).toBeVisible();
  await expect(options.getByText(/Workspace Acme/u)).toBeVisible();
  await expect(options.getByText(/12 lists/u)).toBeVisible();
});
