import { addTo } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';
import { begins, like } from '../../screens/texts';

test('with "Add as I open", opening the popup adds the next new person, with Undo', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const jonas = await world.popup(await world.visit('/in/teo-larsen-test/'));
  await addTo(jonas, 'Nordic procurement');
  await jonas.click('switch', begins('popup.auto.label'));
  await world.closePopup(jonas);
  control.clearRequests();

  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(like('popup.result.created', { list: 'Nordic procurement' }));
  expect(writesOf(control)).toEqual([UPSERT]);
  await popup.click('button', begins('common.undo'));
  await popup.see(like('popup.result.undone'));
  expect(control.contact('mira-okonkwo')).toBeNull();
});

test('"Add as I open" never changes a contact that is already in GetSales', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const first = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await addTo(first, 'Nordic procurement');
  await first.click('switch', begins('popup.auto.label'));
  await world.closePopup(first);
  control.clearRequests();
  const popup = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await popup.see(like('popup.contactStatus.onList', { list: 'EU founders' }));
  await popup.see(/Q4 outreach/u);
  expect(writesOf(control)).toEqual([]);
});
