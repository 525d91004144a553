import { SEND, UPSERT, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';
import { anyOf, begins, inOrder, like, text } from '../../screens/texts';
import { status } from '../../screens/panel';

test('connects and adds a person by keyboard alone', async ({ world }) => {
  const { control } = world.sites.getsales;
  const options = await world.options();
  await options.getByLabel(text('options.connect.key')).focus();
  await options.keyboard.insertText(world.sites.getsales.key);
  await options.keyboard.press('Enter');
  await expect(options.getByText(text('options.account.connected', { name: 'Mara Lind' }))).toBeVisible();

  const page = await world.visit('/in/mira-okonkwo/');
  const popup = await world.popup(page);
  await popup.see(like('popup.contactStatus.absent'));
  await popup.focus('combobox', begins('popup.lists.label'));
  await popup.type('EU founders');
  await popup.has('option', /EU founders/u);
  await popup.press('Enter');
  await popup.has('button', begins('popup.add.to', { list: 'EU founders' }));
  await popup.tabTo(begins('popup.add.to', { list: 'EU founders' }));
  await popup.press('Enter');
  await popup.see(like('popup.result.created', { list: 'EU founders' }));
  await popup.tabTo(begins('popup.add.openConversation'));
  await popup.press('Enter');

  const panel = await world.panel();
  await panel.see(like('panel.thread.empty'));
  await panel.focus('textbox', begins('panel.composer.text'));
  await panel.type('Written without a mouse');
  await panel.see(like('panel.composer.count', { count: 23, max: 8000 }));
  expect(writesOf(control)).toEqual([UPSERT]);
});

test('sends a message by keyboard alone', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await popup.see(like('popup.contactStatus.onList', { list: 'EU founders' }));
  await popup.tabTo(begins('popup.add.openConversation'));
  await popup.press('Enter');
  const panel = await world.panel();
  await panel.see(/introduce you/u);
  await panel.focus('textbox', begins('panel.composer.text'));
  await panel.type('By keyboard');
  await panel.ready('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.tabTo(begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.press('Enter');
  await panel.see(inOrder('By keyboard', 'Mara', anyOf(status('queued'), status('sent'))));
  expect(writesOf(control)).toEqual([SEND]);
});
