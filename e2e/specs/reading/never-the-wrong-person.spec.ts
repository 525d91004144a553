import type { Page } from '@playwright/test';
import { threadWith } from '../../linkedin/elsewhere';
import { addTo, chooseList } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { jonas, mira } from '../../support/cast';
import { expect, test } from '../../support/browser/fixtures';
import type { ExtensionPage } from '../../support/browser/extension-page';
import type { World } from '../../support/browser/world';

const CANNOT_TELL = /Can’t tell who this conversation is with/u;

/** Changes the address while the page stays as it is. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((url) => {
    history.pushState({}, '', url);
  }, path);
}

/** Loads the content of a path after this time. */
async function bring(page: Page, path: string, ms: number): Promise<void> {
  await page.evaluate(
    async ([url, delay]) => {
      const html = await (await fetch(url)).text();
      setTimeout(() => {
        const next = new DOMParser().parseFromString(html, 'text/html');
        document.body.replaceChildren(...next.body.childNodes);
      }, delay);
    },
    [path, ms] as const,
  );
}

/** The popup says that it cannot tell who is shown, names no person and cannot add. */
async function seeNoOne(popup: ExtensionPage): Promise<void> {
  await popup.see(CANNOT_TELL);
  expect(await popup.text()).not.toMatch(/Mira|Jonas|Berg|Okonkwo/u);
  expect((await popup.names('button')).filter((name) => /^Add/u.test(name))).toEqual([]);
}

function written(world: World): readonly string[] {
  return writesOf(world.sites.getsales.control);
}

test('names no one while a conversation stays under the address of the next one, however often it is read', async ({
  world,
}) => {
  await world.connect();
  const page = await world.visit(threadWith(mira));
  await go(page, threadWith(jonas));
  for (let time = 0; time < 3; time += 1) {
    const popup = await world.popup(page);
    await seeNoOne(popup);
    await world.closePopup(popup);
  }
  expect(written(world)).toEqual([]);
});

test('names no one when the conversation’s messages are already gone', async ({ world }) => {
  await world.connect();
  const page = await world.visit(`${threadWith(mira)}?connected=no`);
  await go(page, threadWith(jonas));
  await seeNoOne(await world.popup(page));
  expect(written(world)).toEqual([]);
});

test('names the next person once their conversation is shown', async ({ world }) => {
  await world.connect();
  const page = await world.visit(threadWith(mira));
  await go(page, threadWith(jonas));
  await bring(page, threadWith(jonas), 1_500);
  const popup = await world.popup(page);
  await popup.see(/Jonas Berg[\s\S]*From this conversation/u);
  expect(await popup.text()).not.toMatch(/Mira/u);
});

test('names the profile’s person while a conversation stays on the page, and the conversation’s after going back', async ({
  world,
}) => {
  await world.connect();
  const page = await world.visit(threadWith(mira));
  await go(page, '/in/jonas-berg-x3/');
  const popup = await world.popup(page);
  await popup.see(/jonas-berg-x3/u);
  expect(await popup.text()).not.toMatch(/Mira/u);
  await world.closePopup(popup);
  await page.goBack();
  const again = await world.popup(page);
  await again.see(/Mira Okonkwo[\s\S]*From this conversation/u);
  await addTo(again, 'Nordic procurement');
  expect(written(world)).toEqual([UPSERT]);
});

test('names no one while a profile stays under the address of a conversation', async ({ world }) => {
  await world.connect();
  const page = await world.visit('/in/mira-okonkwo/');
  await go(page, threadWith(jonas));
  await seeNoOne(await world.popup(page));
});

test('names no one while a list stays under the address of a conversation', async ({ world }) => {
  await world.connect();
  const page = await world.visit('/search/results/people/?keywords=some');
  await go(page, threadWith(jonas));
  await seeNoOne(await world.popup(page));
});

test('going forward and back quickly gives the person of the address, or no one', async ({ world }) => {
  await world.connect();
  const page = await world.visit(threadWith(mira));
  await go(page, threadWith(jonas));
  await bring(page, threadWith(jonas), 300);
  await page.goBack();
  const popup = await world.popup(page);
  await popup.see(new RegExp(`${CANNOT_TELL.source}|Mira Okonkwo|The page has moved on`, 'u'));
  expect(await popup.text()).not.toMatch(/Jonas/u);
  await world.closePopup(popup);
  // The late content is Jonas’s conversation, and it stays.
  await seeNoOne(await world.popup(page));
});

test('sends nothing for a person of a list when the tab changes to another list', async ({ world }) => {
  await world.connect();
  const page = await world.visit('/search/results/people/?keywords=some');
  const popup = await world.popup(page);
  await popup.click('button', /Mira Okonkwo/u);
  await popup.see(/Not in GetSales/u);
  await chooseList(popup, 'Nordic procurement');
  await go(page, '/search/results/people/?keywords=other');
  await popup.click('button', /^Add to Nordic procurement/u);
  await popup.see(/The page shows another person now/u);
  expect(written(world)).toEqual([]);
});

test('the side panel names no one while the previous conversation stays', async ({ world }) => {
  await world.connect();
  const page = await world.visit(threadWith(jonas));
  const popup = await world.popup(page);
  await popup.see(/In EU founders/u);
  await popup.click('button', /^Open conversation/u);
  const panel = await world.panel();
  await panel.see(/Jonas Berg[\s\S]*introduce you/u);
  await go(page, threadWith(mira));
  await panel.see(/No profile in this tab/u);
  expect(await panel.text()).not.toMatch(/Jonas|Mira/u);
  await bring(page, threadWith(mira), 0);
  await page.evaluate(() => {
    document.title = 'Messaging | LinkedIn';
  });
  await panel.see(/Not in GetSales yet/u);
});
