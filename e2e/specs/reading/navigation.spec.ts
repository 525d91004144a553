import { titleOf } from '../../faults/catalogue/table/catalogue';
import { chooseList } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';
import { begins, like } from '../../screens/texts';

test('adds the second person after in-page navigation, never the first', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const page = await world.visit('/in/ana-duarte-x1/?stale=1500');
  await page.locator('a[data-soft][href*="mira-okonkwo"]').first().click();
  await page.waitForURL(/mira-okonkwo/u);
  const popup = await world.popup(page);
  await popup.see(/Mira Okonkwo/u);
  expect(await popup.text()).not.toMatch(/Ana Duarte/u);
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(like('popup.result.created', { list: 'Nordic procurement' }));
  expect(writesOf(control)).toEqual([UPSERT]);
  expect(JSON.stringify(control.requests().at(-1)?.body)).not.toContain('duarte');
  expect(control.contact('mira-okonkwo')).toMatchObject({ lead: { company_name: 'Nordlys Energy' } });
});

test(titleOf('P10'), async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const page = await world.visit('/in/mira-okonkwo/');
  const popup = await world.popup(page);
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  await page.locator('a[data-soft][href*="jonas-berg"]').first().dispatchEvent('click');
  await page.waitForURL(/jonas-berg/u);
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(like('popup.elsewhere.title'));
  expect(writesOf(control)).toEqual([]);
});
