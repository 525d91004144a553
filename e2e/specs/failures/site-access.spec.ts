import { openConversation } from '../../screens/panel';
import { chooseList } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { begins, like, text } from '../../screens/texts';
import { expect, test } from '../../support/browser/fixtures';
import type { World } from '../../support/browser/world';

/** The user's choice on the extension's page of the browser: where it may read and change data. */
async function setAccess({ context, extensionId }: World, hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  const change = JSON.stringify({ extensionId, hostAccess });
  await page.evaluate<unknown>(`chrome.developerPrivate.updateExtensionConfiguration(${change})`);
  await page.close();
}

test('names withheld access to GetSales on every screen, and carries on once it is allowed', async ({
  world,
}, info) => {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  const notice = options.getByRole('alert').filter({ hasText: text('access.title') });
  const tab = await world.visit('/in/mira-okonkwo/');
  const panel = await openConversation(world, tab);
  await setAccess(world, 'ON_CLICK');
  await expect(notice.getByRole('button', { name: text('access.allow') })).toBeVisible();
  await panel.has('button', begins('access.allow'));
  await info.attach('panel', { body: await panel.screenshot(), contentType: 'image/png' });
  const popup = await world.popup(tab);
  await popup.has('button', begins('access.allow'));
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(like('popup.result.waitingReach', { person: 'Mira Okonkwo' }));
  await info.attach('popup', { body: await popup.screenshot(), contentType: 'image/png' });
  expect(writesOf(control)).toEqual([]);
  await setAccess(world, 'ON_ALL_SITES');
  await expect(notice).toHaveCount(0);
  await panel.notSee(like('access.title'));
  await expect.poll(() => writesOf(control)).toEqual([UPSERT]);
  // The browser says in the console which requests it blocked.
  const { errors } = await world.takeObserved();
  expect(errors.filter((error) => !/CORS|ERR_FAILED/u.test(error))).toEqual([]);
});
