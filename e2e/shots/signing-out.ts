import { expect } from '@playwright/test';
import { askToSignOut, pasteNewKey, switchDialog, untilInState } from '../screens/options';
import { openConversation, pin, write } from '../screens/panel';
import { SEND, writesOf } from '../screens/requests';
import { mira, teo } from '../support/cast';
import { addInput, askWorker, loseDeviceKey, storedDrafts } from '../support/browser/stored';
import { shoot, type Scene } from './shoot';
import { begins, like, text } from '../screens/texts';

/** Another account's key, signing out, and stored data of an account that is not connected. */
export const signingOut: Scene = async (world) => {
  const { control, keys } = world.sites.getsales;
  const options = await pasteNewKey(world, keys.other);
  await switchDialog(options).waitFor();
  await shoot('options-7-switch-nothing-lost', options);
  await switchDialog(options)
    .getByRole('button', { name: text('common.cancel') })
    .click();
  await options.getByRole('button', { name: text('common.cancel') }).click();

  const down = control.fault({ path: '/leads/api/leads/upsert', effect: { status: 503 } });
  for (const person of [mira, teo]) {
    await askWorker(options, 'contact.add', addInput(world, person, 'Nordic procurement'));
    await untilInState(options, person.name, 'waiting');
  }
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await pin(panel);
  await write(panel, 'A text that was never sent.');
  await expect.poll(() => storedDrafts(options)).toContain('never sent');
  await pasteNewKey(world, keys.other);
  await switchDialog(options)
    .getByText(text('options.pending.drafts', { count: 1 }))
    .waitFor();
  await shoot('options-8-switch-losses', options);
  await switchDialog(options)
    .getByRole('button', { name: text('common.cancel') })
    .click();
  await options.getByRole('button', { name: text('common.cancel') }).click();

  const dialog = await askToSignOut(world);
  await dialog.getByText(text('options.pending.drafts', { count: 1 })).waitFor();
  await shoot('options-9-sign-out-losses', options);
  await dialog.getByRole('button', { name: text('options.records.export') }).click();
  await dialog.getByText(begins('options.records.exported')).waitFor();
  await shoot('options-10-sign-out-exported', options);
  await dialog.getByRole('button', { name: text('common.cancel') }).click();

  await options.getByLabel(text('options.defaults.undo')).selectOption({ label: text('options.defaults.undoNone') });
  const hang = control.fault({ method: 'POST', path: '/flows/api/linkedin-messages', effect: { connection: 'hang' } });
  control.clearRequests();
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await expect.poll(() => writesOf(control).includes(SEND), { timeout: 15_000 }).toBe(true);
  await askToSignOut(world);
  await dialog.getByRole('button', { name: text('options.signOut.confirm') }).click();
  await options.getByText(like('options.inFlight.message')).waitFor();
  await shoot('options-11-signed-out-on-wire', options);
  hang.remove();
  await world.closePanel(panel);

  await world.connect();
  await askWorker(options, 'contact.add', addInput(world, mira, 'Nordic procurement'));
  await untilInState(options, mira.name, 'waiting');
  await loseDeviceKey(options);
  await options.reload();
  await options.getByText(like('options.others.title')).waitFor();
  await shoot('options-12-other-accounts', options);
  down.remove();
  await world.connect();
};
