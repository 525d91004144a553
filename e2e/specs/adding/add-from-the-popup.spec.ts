import { addTo } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';

for (const generation of ['classic', 'current']) {
  test(`adds the person of a ${generation} page from the real popup with exactly one upsert`, async ({ world }) => {
    const { control } = world.sites.getsales;
    await world.connect();
    const page = await world.visit(`/in/mira-okonkwo/?render=${generation}`);
    const popup = await world.popup(page);
    await popup.see(/Mira Okonkwo/u);
    await popup.see(/Not in GetSales/u);
    await addTo(popup, 'Nordic procurement');

    expect(writesOf(control)).toEqual([UPSERT]);
    const [upsert] = control.requests().filter(({ path }) => path.endsWith('/upsert'));
    expect(upsert?.body).toMatchObject({
      lead: { linkedin_id: 'mira-okonkwo', name: 'Mira Okonkwo', company_name: 'Nordlys Energy' },
      update_if_exists: false,
      move_to_list: false,
    });
    expect(control.requests().every(({ bearer }) => bearer === 'expected')).toBe(true);
    expect(control.contact('mira-okonkwo')).toMatchObject({ lead: { company_name: 'Nordlys Energy' } });
  });
}

test('shows the result again when the popup is closed and reopened', async ({ world }) => {
  await world.connect();
  const page = await world.visit('/in/mira-okonkwo/');
  const popup = await world.popup(page);
  await addTo(popup, 'Nordic procurement');
  await world.closePopup(popup);
  const again = await world.popup(page);
  await again.see(/Added to Nordic procurement|In Nordic procurement/u);
  expect(writesOf(world.sites.getsales.control)).toEqual([UPSERT]);
});

test('deletes a new contact with Undo', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await addTo(popup, 'Nordic procurement');
  await popup.click('button', /^Undo/u);
  await popup.see(/Taken back/u);
  expect(control.contact('mira-okonkwo')).toBeNull();
});

test('creates a list in place and adds to it', async ({ world }) => {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.click('combobox', /^List/u);
  await popup.type('Fresh faces');
  await popup.click('option', /New list/u);
  await popup.click('button', /^Add to Fresh faces/u);
  await popup.see(/Added to Fresh faces/u);
  expect(writesOf(world.sites.getsales.control)).toEqual(['POST /leads/api/lists', UPSERT]);
});
