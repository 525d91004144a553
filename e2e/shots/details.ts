import { chooseList, fieldInFocus, fillField } from '../screens/popup';
import type { ExtensionPage } from '../support/browser/extension-page';
import { until } from '../support/browser/until';
import { shoot, type Scene } from './shoot';
import { begins, like, text } from '../screens/texts';

const CUSTOM_FIELDS = '/leads/api/custom-fields';

/** Takes pictures of the top and the end of the details. */
async function shootBothEnds(name: string, popup: ExtensionPage): Promise<void> {
  const scrollTo = (block: 'start' | 'end') =>
    popup.evaluate<unknown>(`document.querySelector('fieldset').scrollIntoView({ block: '${block}' })`);
  await scrollTo('start');
  await shoot(`${name}-start`, popup);
  await scrollTo('end');
  await shoot(`${name}-end`, popup);
}

/** The details form: filled from the page, empty, filled in, invalid, and without custom fields. */
export const details: Scene = async (world) => {
  const { control } = world.sites.getsales;
  const failing = control.fault({ path: CUSTOM_FIELDS, effect: { status: 403 } });
  const empty = await world.popup(await world.visit('/in/walled-off-person/'));
  await empty.see(like('popup.contactStatus.absent'));
  await chooseList(empty, 'Nordic procurement');
  await empty.click('button', begins('popup.details.edit'));
  await empty.see(like('popup.custom.failed'));
  await shootBothEnds('details-5-empty-failed', empty);
  await world.closePopup(empty);
  failing.remove();

  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  const slow = control.fault({ path: CUSTOM_FIELDS, effect: { latencyMs: 3_000 }, times: 1 });
  await popup.click('button', begins('popup.details.edit'));
  await popup.see(like('popup.custom.loading'));
  await shootBothEnds('details-1-loading', popup);
  slow.remove();
  await popup.has('textbox', /^Gender/u);
  await shootBothEnds('details-2-from-the-page', popup);
  await fillField(popup, text('popup.field.name'), 'Mira Berg');
  await fillField(popup, text('popup.field.companyDomain'), 'nordlys-energy.example');
  await fillField(popup, text('popup.field.workEmail'), 'mira@nordlys-energy.example');
  await fillField(popup, text('popup.field.workPhone'), '+47 22 12 34 56');
  await fillField(popup, text('popup.field.tags'), 'Q1 pilot, Energy');
  await fillField(
    popup,
    'Connection_Message',
    'Hi Mira, I liked your talk on fair supply chains.\nShall we compare notes?',
  );
  await popup.focus('textbox', begins('popup.field.tags'));
  await shootBothEnds('details-3-filled-in', popup);
  await fillField(popup, text('popup.field.workEmail'), 'mira');
  await fillField(popup, text('popup.field.workPhone'), 'call me');
  await fillField(popup, text('popup.field.companyDomain'), 'Nordlys Energy');
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await until('the first wrong field to have the focus', async () => (await fieldInFocus(popup)) === 'companyDomain');
  await shoot('details-4-wrong-as-pressed', popup);
  await shootBothEnds('details-4-wrong', popup);
  await world.closePopup(popup);

  const sample = encodeURIComponent('current/several current roles and no badge, the headline names none');
  const several = await world.popup(await world.visit(`/in/mira-okonkwo/?sample=${sample}`));
  await several.see(like('popup.contactStatus.absent'));
  await several.click('button', begins('popup.details.edit'));
  await several.focus('combobox', begins('popup.details.roles'));
  await shoot('details-6-several-roles', several);
  await world.closePopup(several);
};
