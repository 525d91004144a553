import { chooseList } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';
import { begins, like } from '../../screens/texts';

test('shows a contact’s list, and keeping it changes nothing', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await popup.see(like('popup.contactStatus.onList', { list: 'EU founders' }));
  await popup.see(like('popup.contactStatus.stage', { stage: 'Engaging' }));
  await popup.see(/Q4 outreach/u);
  await popup.click('combobox', begins('popup.lists.label'));
  await popup.type('Nordic procurement');
  await popup.has('option', /Nordic procurement/u);
  await popup.press('Enter');
  await popup.see(like('popup.add.already', { list: 'EU founders' }));
  const before = JSON.stringify(control.contact('jonas-berg-x3'));
  await popup.click('button', begins('popup.guard.keep', { list: 'EU founders' }));
  await popup.see(/EU founders/u);
  expect(JSON.stringify(control.contact('jonas-berg-x3'))).toBe(before);
});

test('moves a contact only when the user chooses to', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await popup.see(like('popup.contactStatus.onList', { list: 'EU founders' }));
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', begins('popup.guard.move', { list: 'Nordic procurement' }));
  await popup.see(like('popup.result.moved', { list: 'Nordic procurement' }));
  expect(writesOf(control)).toEqual([UPSERT]);
  const [upsert] = control.requests().filter(({ path }) => path.endsWith('/upsert'));
  expect(upsert?.body).toMatchObject({ update_if_exists: false, move_to_list: true });
});
