import { titleOf } from '../../faults/catalogue/table/catalogue';
import { profilePage } from '../../linkedin/site';
import { openConversation } from '../../screens/panel';
import { addTo } from '../../screens/popup';
import { SEND } from '../../screens/requests';
import { begins, like } from '../../screens/texts';
import type { ExtensionPage } from '../../support/browser/extension-page';
import { expect, test } from '../../support/browser/fixtures';
import { mira } from '../../support/cast';

/** The words in which something with this text stands without being isolated from it. */
const bare = (page: ExtensionPage, name: string): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (data.includes(${JSON.stringify(name)}) && parentElement.closest('bdi, [dir=auto]') === null) found.push(data);
    }
    return found;
  })()`);

/** Every kind of text that the row names, in one message. */
const TEXT = [
  'שלום יונס, מה שלומך?',
  'abc\u202Edef\u202C',
  'zero\u200Bwidth\u200D\u2060',
  '👩🏽‍💻🏳️‍🌈',
  `a${'\u0301'.repeat(500)}`,
  'half \ud83d end',
  'nul \u0000 end',
  'a\u2028b\u2029c',
  'é'.normalize('NFC'),
  'é'.normalize('NFD'),
].join('\n');

test(titleOf('D1', 'from the real popup and panel'), async ({ connected }) => {
  const { control } = connected.sites.getsales;
  const name = 'מירה אוקונקוו';
  const page = await connected.visitHtml(`/in/${mira.slug}/`, profilePage({ ...mira, name }));
  const popup = await connected.popup(page);
  await popup.see(like('popup.person.fromPage'));
  expect(await bare(popup, name)).toEqual([]);
  await addTo(popup, 'Nordic procurement');
  expect(await bare(popup, name)).toEqual([]);
  expect(control.contact(mira.slug)).toMatchObject({ lead: { name } });
  await connected.closePopup(popup);

  const panel = await openConversation(connected, await connected.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await panel.click('textbox', begins('panel.composer.text'));
  await panel.evaluate(`(() => {
    const area = document.querySelector('textarea');
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(area, ${JSON.stringify(TEXT)});
    area.dispatchEvent(new Event('input', { bubbles: true }));
  })()`);
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  const codes = 'U+202E, U+202C, U+200B, U+2060, U+D83D, U+0000, U+2028, U+2029';
  await panel.see(like('panel.warning.hidden', { codes }));
  expect(await bare(panel, 'Jonas Berg')).toEqual([]);
  expect(control.requests().filter(({ method, path }) => `${method} ${path}` === SEND)).toEqual([]);
  await panel.click('button', begins('panel.warning.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(like('panel.live.accepted', { person: 'Jonas Berg' }));
  const posts = control.requests().filter(({ method, path }) => `${method} ${path}` === SEND);
  expect(posts).toEqual([expect.objectContaining({ body: expect.objectContaining({ text: TEXT }) })]);
});
