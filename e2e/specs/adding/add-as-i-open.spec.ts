import { addTo } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';

test('with "Add as I open", opening the popup adds the next new person, with Undo', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const jonas = await world.popup(await world.visit('/in/teo-larsen-test/'));
  await addTo(jonas, 'Nordic procurement');
  await jonas.click('switch', /^Add as I open/u);
  await world.closePopup(jonas);
  control.clearRequests();

  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(/Added to Nordic procurement/u);
  expect(writesOf(control)).toEqual([UPSERT]);
  await popup.click('button', /^Undo/u);
  await popup.see(/Taken back/u);
  expect(control.contact('mira-okonkwo')).toBeNull();
});

test('"Add as I open" never changes a contact that is already in GetSales', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const first = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await addTo(first, 'Nordic procurement');
  await first.click('switch', /^Add as I open/u);
  await world.closePopup(first);
  control.clearRequests();
  const popup = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await popup.see(/In EU founders/u);
  await popup.see(/Q4 outreach/u);
  expect(writesOf(control)).toEqual([]);
});
