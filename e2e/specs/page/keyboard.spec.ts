import { SEND, UPSERT, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';

test('connects and adds a person by keyboard alone', async ({ world }) => {
  const { control } = world.sites.getsales;
  const options = await world.options();
  await options.getByLabel('API key').focus();
  await options.keyboard.insertText(world.sites.getsales.key);
  await options.keyboard.press('Enter');
  await expect(options.getByText('Connected as Mara Lind')).toBeVisible();

  const page = await world.visit('/in/mira-okonkwo/');
  const popup = await world.popup(page);
  await popup.see(/Not in GetSales/u);
  await popup.focus('combobox', /^List/u);
  await popup.type('EU founders');
  await popup.has('option', /EU founders/u);
  await popup.press('Enter');
  await popup.has('button', /^Add to EU founders/u);
  await popup.tabTo(/^Add to EU founders/u);
  await popup.press('Enter');
  await popup.see(/Added to EU founders/u);
  await popup.tabTo(/^Open conversation/u);
  await popup.press('Enter');

  const panel = await world.panel();
  await panel.see(/No messages yet/u);
  await panel.focus('textbox', /^Message to/u);
  await panel.type('Written without a mouse');
  await panel.see(/23 \/ 8,000/u);
  expect(writesOf(control)).toEqual([UPSERT]);
});

test('sends a message by keyboard alone', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await popup.see(/In EU founders/u);
  await popup.tabTo(/^Open conversation/u);
  await popup.press('Enter');
  const panel = await world.panel();
  await panel.see(/introduce you/u);
  await panel.focus('textbox', /^Message to/u);
  await panel.type('By keyboard');
  await panel.ready('button', /^Send to Jonas Berg as Mara/u);
  await panel.tabTo(/^Send to Jonas Berg as Mara/u);
  await panel.press('Enter');
  await panel.see(/By keyboard\s+Mara[\s\S]*(?:queued|sent)/u);
  expect(writesOf(control)).toEqual([SEND]);
});
