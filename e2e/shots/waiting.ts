import { openConversation, write } from '../screens/panel';
import { chooseList } from '../screens/popup';
import { shoot, type Scene } from './shoot';
import { begins, like, text } from '../screens/texts';

/** Messages and adds that wait, in popup, panel and Activity. */
export const waiting: Scene = async (world) => {
  const { control } = world.sites.getsales;
  const page = await world.visit('/in/ana-duarte-x1/');
  const panel = await openConversation(world, page);
  await panel.see(/Ana Duarte/u);
  await panel.see(like('panel.thread.count', { count: 50 }));
  await write(panel, 'Shall we talk on Thursday?');
  await panel.click('button', begins('panel.composer.send', { person: 'Ana Duarte' }));
  await panel.see(like('panel.queued.sendsIn'));
  await shoot('panel-10-queued', panel);
  await panel.click('button', begins('common.undo'));
  await panel.notSee(like('panel.queued.sendsIn'));
  await world.context.setOffline(true);
  await panel.click('button', begins('panel.composer.send', { person: 'Ana Duarte' }));
  await panel.see(like('panel.queued.waiting'));
  await shoot('panel-11-held', panel);
  await panel.click('button', begins('panel.queued.cancel'));
  await panel.notSee(like('panel.queued.waiting'));
  await world.context.setOffline(false);
  control.failNextMessages('Not connected with this contact');
  await panel.click('button', begins('panel.composer.send', { person: 'Ana Duarte' }));
  await panel.see(like('panel.status.failedBecause', { reason: 'Not connected' }));
  await shoot('panel-12-failed', panel);
  control.failNextMessages(null);
  await world.closePanel(panel);

  const popup = await world.popup(await world.visit('/in/teo-larsen-test/'));
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  const down = control.fault({ path: '/leads/api/leads/upsert', effect: { status: 503 } });
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(like('popup.result.waitingAnswer'));
  await shoot('popup-27-waiting', popup);
  await world.closePopup(popup);
  const options = await world.options();
  await options.getByText(like('activity.is.waiting', { reason: text('error.serverTrouble.title') })).waitFor();
  await shoot('options-5-activity', options);
  down.remove();
  await options.getByRole('button', { name: begins('common.retry') }).click();
  await options.getByText(like('activity.is.created', { list: 'Nordic procurement' })).waitFor();
};
