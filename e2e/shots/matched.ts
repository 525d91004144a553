import { chooseList } from '../screens/popup';
import { shoot, type Scene } from './shoot';
import { begins, like } from '../screens/texts';

/** An add that GetSales answers with another contact, in the popup and in Activity. */
export const matched: Scene = async (world) => {
  const { control } = world.sites.getsales;
  const other = control.contact('jonas-berg-x3')?.['lead'];
  const popup = await world.popup(await world.visit('/in/walled-off-person/'));
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  const upsert = control.fault({
    path: '/leads/api/leads/upsert',
    effect: { status: 200, body: { kind: 'json', value: other } },
  });
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(like('popup.result.matchedOther'));
  await shoot('popup-28-matched-other', popup);
  upsert.remove();
  await world.closePopup(popup);
  const options = await world.options();
  await options.getByText(like('popup.result.matchedOther')).waitFor();
  await shoot('options-6-matched-other', options);
};
