import { addTo } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';
import { askWorker } from '../../support/browser/stored';
import { anyOf, begins, like, text } from '../../screens/texts';

for (const generation of ['classic', 'current']) {
  test(`adds the person of a ${generation} page from the real popup with exactly one upsert`, async ({ world }) => {
    const { control } = world.sites.getsales;
    await world.connect();
    const page = await world.visit(`/in/mira-okonkwo/?render=${generation}`);
    const popup = await world.popup(page);
    await popup.see(/Mira Okonkwo/u);
    await popup.see(like('popup.contactStatus.absent'));
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
  await again.see(
    anyOf(
      like('popup.result.created', { list: 'Nordic procurement' }),
      like('popup.contactStatus.onList', { list: 'Nordic procurement' }),
    ),
  );
  expect(writesOf(world.sites.getsales.control)).toEqual([UPSERT]);
});

test('deletes a new contact with Undo', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await addTo(popup, 'Nordic procurement');
  await popup.click('button', begins('common.undo'));
  await popup.see(like('popup.result.undone'));
  expect(control.contact('mira-okonkwo')).toBeNull();
});

test('creates a list in place and adds to it', async ({ world }) => {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.click('combobox', begins('popup.lists.label'));
  await popup.type('Fresh faces');
  await popup.click('option', like('popup.lists.create', { name: 'Fresh faces' }));
  await popup.click('button', begins('popup.add.to', { list: 'Fresh faces' }));
  await popup.see(like('popup.result.created', { list: 'Fresh faces' }));
  expect(writesOf(world.sites.getsales.control)).toEqual(['POST /leads/api/lists', UPSERT]);
});

test('finds a list beyond those that GetSales gives by typing, and adds to it', async ({ world }) => {
  const { control } = world.sites.getsales;
  control.seedLists(300);
  const last = control.lists().at(-1)?.name ?? '';
  const options = await world.connect();
  await expect(options.getByText(text('options.account.lists', { count: 312 }))).toBeVisible();
  control.fault({ path: '/leads/api/lists', skip: 1, times: 4, effect: { status: 500 } });
  await askWorker(options, 'lists.get', { fresh: true });
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(like('popup.lists.more'));
  await popup.click('combobox', begins('popup.lists.label'));
  await popup.type(last);
  await popup.click('option', new RegExp(`^${last}`, 'u'));
  await popup.click('button', begins('popup.add.to', { list: last }));
  await popup.see(like('popup.result.created', { list: last }));
  expect(writesOf(control)).toEqual([UPSERT]);
});

test('replaces the chosen list by what is typed, however fast', async ({ world }) => {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await addTo(popup, 'Nordic procurement');
  await world.closePopup(popup);
  const again = await world.popup(await world.visit('/in/ana-duarte-x1/'));
  await again.see(like('popup.guard.move', { list: 'Nordic procurement' }));
  await again.click('combobox', begins('popup.lists.label'));
  const typed = await again.evaluate(`(() => {
    for (const letter of 'EU') document.execCommand('insertText', false, letter);
    return document.activeElement.value;
  })()`);
  expect(typed).toBe('EU');
});
