import { chooseList } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';

test('shows a contact’s list, and keeping it changes nothing', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await popup.see(/In EU founders/u);
  await popup.see(/Stage Engaging/u);
  await popup.see(/Q4 outreach/u);
  await popup.click('combobox', /^List/u);
  await popup.type('Nordic procurement');
  await popup.has('option', /Nordic procurement/u);
  await popup.press('Enter');
  await popup.see(/Already on EU founders/u);
  const before = JSON.stringify(control.contact('jonas-berg-x3'));
  await popup.click('button', /^Keep there/u);
  await popup.see(/EU founders/u);
  expect(JSON.stringify(control.contact('jonas-berg-x3'))).toBe(before);
});

test('moves a contact only when the user chooses to', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await popup.see(/In EU founders/u);
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', /^Move to Nordic procurement/u);
  await popup.see(/Moved to Nordic procurement/u);
  expect(writesOf(control)).toEqual([UPSERT]);
  const [upsert] = control.requests().filter(({ path }) => path.endsWith('/upsert'));
  expect(upsert?.body).toMatchObject({ update_if_exists: false, move_to_list: true });
});
