import { openConversation } from '../../screens/panel';
import { chooseList } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { begins, inOrder, like, text } from '../../screens/texts';
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

/** Applies what an organisation forbids extensions, on the browser's own page for trying policies. `[]` forbids nothing. */
async function setPolicy({ context, extensionId }: World, blockedHosts: readonly string[]): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://policy/test');
  const policy = {
    name: 'ExtensionSettings',
    value: { [extensionId]: { runtime_blocked_hosts: blockedHosts } },
    ...{ level: 1, scope: 1, source: 2, namespace: 'chrome' },
  };
  const policies = JSON.stringify(JSON.stringify([policy]));
  await page.evaluate<unknown>(
    `import('chrome://resources/js/cr.js').then((cr) => cr.sendWithPromise('setLocalTestPolicies', ${policies}, ''))`,
  );
  await page.close();
}

/** The errors of the extension's pages, without those in which the browser says which requests it blocked. */
async function unexpectedErrors(world: World): Promise<readonly string[]> {
  const { errors } = await world.takeObserved();
  return errors.filter((error) => !/CORS|ERR_FAILED/u.test(error));
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
  await popup.see(like('popup.result.waitingAnswer', { person: 'Mira Okonkwo' }));
  await info.attach('popup', { body: await popup.screenshot(), contentType: 'image/png' });
  expect(writesOf(control)).toEqual([]);
  await setAccess(world, 'ON_ALL_SITES');
  await expect(notice).toHaveCount(0);
  await panel.notSee(like('access.title'));
  await expect.poll(() => writesOf(control)).toEqual([UPSERT]);
  expect(await unexpectedErrors(world)).toEqual([]);
});

test('says that GetSales cannot be reached while a policy blocks it, and why, and adds once it no longer does', async ({
  world,
}, info) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const mira = await world.visit('/in/mira-okonkwo/');
  await setPolicy(world, ['*://amazing.getsales.io']);
  try {
    const popup = await world.popup(mira);
    const words = inOrder(text('error.unreachable.title'), text('error.unreachable.blocked'));
    await popup.see(words);
    await popup.has('button', begins('common.retry'));
    await chooseList(popup, 'Nordic procurement');
    await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
    await popup.see(like('popup.result.waitingAnswer', { person: 'Mira Okonkwo' }));
    await popup.has('button', begins('popup.result.tryNow'));
    await info.attach('popup', { body: await popup.screenshot(), contentType: 'image/png' });
    await popup.click('button', begins('popup.add.openConversation'));
    const panel = await world.panel();
    await panel.see(words);
    await panel.has('button', begins('common.retry'));
    await info.attach('panel', { body: await panel.screenshot(), contentType: 'image/png' });
    expect(writesOf(control)).toEqual([]);
  } finally {
    await setPolicy(world, []);
  }
  // A running worker keeps to the policy with which it started.
  await world.killWorker();
  const again = await world.popup(mira);
  const created = again.see(like('popup.result.created', { list: 'Nordic procurement' }));
  // The new worker may carry out the add before the user presses the button.
  await Promise.any([again.click('button', begins('popup.result.tryNow')), created]);
  await created;
  expect(writesOf(control)).toEqual([UPSERT]);
  expect(await unexpectedErrors(world)).toEqual([]);
});
