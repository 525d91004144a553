import { openConversation, write } from '../screens/panel';
import { chooseList } from '../screens/popup';
import { shoot, type Scene } from './shoot';

/** Messages and adds that wait, in popup, panel and Activity. */
export const waiting: Scene = async (world) => {
  const { control } = world.sites.getsales;
  const page = await world.visit('/in/ana-duarte-x1/');
  const panel = await openConversation(world, page);
  await panel.see(/Ana Duarte/u);
  await panel.see(/50 messages loaded/u);
  await write(panel, 'Shall we talk on Thursday?');
  await panel.click('button', /^Send to Ana Duarte as/u);
  await panel.see(/Leaves in/u);
  await shoot('panel-10-queued', panel);
  await panel.click('button', /^Undo/u);
  await panel.notSee(/Leaves in/u);
  await world.context.setOffline(true);
  await panel.click('button', /^Send to Ana Duarte as/u);
  await panel.see(/Waiting for a connection/u);
  await shoot('panel-11-held', panel);
  await panel.click('button', /^Take it back/u);
  await panel.notSee(/Waiting for a connection/u);
  await world.context.setOffline(false);
  control.failNextMessages('Not connected with this contact');
  await panel.click('button', /^Send to Ana Duarte as/u);
  await panel.see(/failed: Not connected/u);
  await shoot('panel-12-failed', panel);
  control.failNextMessages(null);
  await world.closePanel(panel);

  const popup = await world.popup(await world.visit('/in/teo-larsen-test/'));
  await popup.see(/Not in GetSales/u);
  await chooseList(popup, 'Nordic procurement');
  const down = control.fault({ path: '/leads/api/leads/upsert', effect: { status: 503 } });
  await popup.click('button', /^Add to Nordic procurement/u);
  await popup.see(/Saved\. GetSales gets/u);
  await shoot('popup-27-waiting', popup);
  await world.closePopup(popup);
  const options = await world.options();
  await options.getByText(/waiting: GetSales has a problem/u).waitFor();
  await shoot('options-5-activity', options);
  down.remove();
  await options.getByRole('button', { name: /^Try again/u }).click();
  await options.getByText(/added to Nordic procurement/u).waitFor();
};
