import { openConversation } from '../../screens/panel';
import { inOrder, like, text } from '../../screens/texts';
import { expect, test } from '../../support/browser/fixtures';

const DAY_MS = 86_400_000;

test('says on every screen that the clock of this computer is days off, until it is right', async ({ world }, info) => {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  control.advance(3 * DAY_MS);
  const tab = await world.visit('/in/mira-okonkwo/');
  const popup = await world.popup(tab);
  await popup.see(like('popup.contactStatus.absent'));
  await world.closePopup(popup);
  const warning = inOrder(text('clock.title'), text('clock.body', { difference: '3 days' }));
  const next = await world.popup(tab);
  await next.see(warning);
  await info.attach('popup', { body: await next.screenshot(), contentType: 'image/png' });
  await world.closePopup(next);
  const panel = await openConversation(world, tab);
  await panel.see(warning);
  await info.attach('panel', { body: await panel.screenshot(), contentType: 'image/png' });
  await options.reload();
  await expect(options.getByText(text('clock.title'))).toBeVisible();
  await info.attach('options', { body: await options.screenshot(), contentType: 'image/png' });

  control.advance(-3 * DAY_MS);
  const jonas = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await jonas.see(like('popup.contactStatus.onList', { list: 'EU founders' }));
  await world.closePopup(jonas);
  await options.reload();
  await expect(options.getByText(text('options.account.connected', { name: 'Mara Lind' }))).toBeVisible();
  await expect(options.getByText(text('clock.title'))).toHaveCount(0);
});
