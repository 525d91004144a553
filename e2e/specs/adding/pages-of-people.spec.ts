import type { Page } from '@playwright/test';
import { inRecruiter, threadWith } from '../../linkedin/elsewhere';
import { addTo, chooseList } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { jonas, mira } from '../../support/cast';
import { expect, test } from '../../support/browser/fixtures';
import type { ExtensionPage } from '../../support/browser/extension-page';
import { begins, inOrder, like, text } from '../../screens/texts';

/** Opens another conversation as LinkedIn does: first the address changes, then the content. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(async (url) => {
    history.pushState({}, '', url);
    const next = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
    document.body.replaceChildren(...next.body.childNodes);
  }, path);
}

test('adds the person of a conversation', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit(threadWith(mira)));
  await popup.see(inOrder('Mira Okonkwo', text('popup.person.fromThread')));
  await popup.see(like('popup.contactStatus.absent'));
  await addTo(popup, 'Nordic procurement');
  expect(writesOf(control)).toEqual([UPSERT]);
  const [upsert] = control.requests().filter(({ path }) => path.endsWith('/upsert'));
  expect(upsert?.body).toMatchObject({ lead: { linkedin_id: mira.memberId, name: 'Mira Okonkwo' } });
});

test('sends nothing when the tab changes to another conversation while the popup is open', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const page = await world.visit(threadWith(mira));
  const popup = await world.popup(page);
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  await goTo(page, threadWith(jonas));
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(like('popup.elsewhere.title'));
  await popup.click('button', begins('popup.elsewhere.show'));
  await popup.see(/Jonas Berg/u);
  expect(writesOf(control)).toEqual([]);
});

test('shows the GetSales conversation beside the one on LinkedIn and follows to the next', async ({ world }) => {
  await world.connect();
  const page = await world.visit(threadWith(jonas));
  const popup = await world.popup(page);
  await popup.see(like('popup.contactStatus.onList', { list: 'EU founders' }));
  await popup.click('button', begins('popup.add.openConversation'));
  const panel = await world.panel();
  await panel.see(/Jonas Berg[\s\S]*introduce you/u);
  await goTo(page, threadWith(mira));
  await panel.see(like('panel.absent.title'));
  expect(await panel.text()).not.toMatch(/Jonas Berg/u);
});

test('asks for a link in a group conversation', async ({ world }) => {
  await world.connect();
  const popup = await world.popup(await world.visit('/messaging/thread/2-group/'));
  await popup.see(like('popup.thread.none.title'));
  await popup.click('textbox', begins('popup.paste.label'));
  await popup.type('https://www.linkedin.com/in/mira-okonkwo/');
  await popup.press('Enter');
  await popup.see(/mira-okonkwo/u);
  await popup.has('button', like('popup.add.choose'));
});

test('adds one of the people on a page by keyboard alone, and returns to the list', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit('/search/results/people/?keywords=procurement'));
  await popup.see(inOrder(text('popup.people.title'), text('popup.people.count', { count: 10 })));
  await popup.type('procurement mira');
  await popup.see(like('popup.people.count', { count: 1 }));
  await popup.press('ArrowDown');
  expect(await popup.focused()).toMatch(/Mira Okonkwo/u);
  await popup.press('Enter');
  await popup.see(inOrder('Mira Okonkwo', text('popup.person.fromList')));
  await addTo(popup, 'Nordic procurement');
  expect(control.contact('mira-okonkwo')).toMatchObject({ lead: { name: 'Mira Okonkwo' } });
  await popup.click('button', begins('popup.people.back'));
  await popup.see(like('popup.people.count', { count: 1 }));
  expect(await popup.focused()).toMatch(/Mira Okonkwo/u);
  expect(writesOf(control)).toEqual([UPSERT]);
});

test('shows few people without a search field, and says when it finds no people', async ({ world }) => {
  await world.connect();
  const popup = await world.popup(await world.visit('/search/results/people/?keywords=some'));
  await popup.see(like('popup.people.count', { count: 3 }));
  expect(await popup.names('textbox')).toEqual([]);
  await popup.click('button', /Jonas Berg/u);
  await popup.see(like('popup.contactStatus.onList', { list: 'EU founders' }));
  await world.closePopup(popup);
  const empty = await world.popup(await world.visit('/search/results/people/?keywords=none'));
  await empty.see(like('popup.people.none.title'));
  await empty.has('textbox', begins('popup.paste.label'));
});

test('adds the person of a Recruiter profile by its public profile link', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit(inRecruiter(mira)));
  await popup.see(inOrder('Mira Okonkwo', text('popup.person.fromPage')));
  await addTo(popup, 'Nordic procurement');
  const [upsert] = control.requests().filter(({ path }) => path.endsWith('/upsert'));
  expect(upsert?.body).toMatchObject({ lead: { linkedin_id: 'mira-okonkwo' } });
});

test('asks for the public profile when Recruiter shows none', async ({ world }) => {
  await world.connect();
  const popup = await world.popup(await world.visit(`${inRecruiter(mira)}?linked=none`));
  await popup.see(inOrder(text('popup.recruiter.none.title'), text('popup.recruiter.none.body')));
  await popup.has('textbox', begins('popup.paste.label'));
  expect(writesOf(world.sites.getsales.control)).toEqual([]);
});

test('axe finds nothing in a list of people, a search without matches and a group conversation', async ({ world }) => {
  await world.connect();
  const axe = async (popup: ExtensionPage) => {
    await popup.theme('light');
    const light = await popup.axe();
    await popup.theme('dark');
    return [...light, ...(await popup.axe())];
  };
  const popup = await world.popup(await world.visit('/search/results/people/'));
  await popup.see(like('popup.people.count', { count: 10 }));
  expect(await axe(popup)).toEqual([]);
  await popup.type('nobody at all');
  await popup.see(like('popup.people.noMatch'));
  expect(await axe(popup)).toEqual([]);
  await world.closePopup(popup);
  const group = await world.popup(await world.visit('/messaging/thread/2-group/'));
  await group.see(like('popup.thread.none.title'));
  expect(await axe(group)).toEqual([]);
});
