import { expect } from '@playwright/test';
import { askToSignOut, pasteNewKey, switchDialog, untilInState } from '../screens/options';
import { openConversation, pin, write } from '../screens/panel';
import { SEND, writesOf } from '../screens/requests';
import { mira, teo } from '../support/cast';
import { addInput, askWorker, loseDeviceKey, storedDrafts } from '../support/browser/stored';
import { shoot, type Scene } from './shoot';

/** Another account's key, signing out, and stored data of an account that is not connected. */
export const signingOut: Scene = async (world) => {
  const { control, keys } = world.sites.getsales;
  const options = await pasteNewKey(world, keys.other);
  await switchDialog(options).waitFor();
  await shoot('options-7-switch-nothing-lost', options);
  await switchDialog(options).getByRole('button', { name: 'Cancel' }).click();
  await options.getByRole('button', { name: 'Cancel' }).click();

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
  await switchDialog(options).getByText('1 unsent draft').waitFor();
  await shoot('options-8-switch-losses', options);
  await switchDialog(options).getByRole('button', { name: 'Cancel' }).click();
  await options.getByRole('button', { name: 'Cancel' }).click();

  const dialog = await askToSignOut(world);
  await dialog.getByText('1 unsent draft').waitFor();
  await shoot('options-9-sign-out-losses', options);
  await dialog.getByRole('button', { name: 'Export CSV' }).click();
  await dialog.getByText(/^Exported/u).waitFor();
  await shoot('options-10-sign-out-exported', options);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await options.getByLabel('Taking a message back').selectOption({ label: 'Send at once' });
  const hang = control.fault({ method: 'POST', path: '/flows/api/linkedin-messages', effect: { connection: 'hang' } });
  control.clearRequests();
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await expect.poll(() => writesOf(control).includes(SEND), { timeout: 15_000 }).toBe(true);
  await askToSignOut(world);
  await dialog.getByRole('button', { name: 'Sign out and erase' }).click();
  await options.getByText(/Message to/u).waitFor();
  await shoot('options-11-signed-out-on-wire', options);
  hang.remove();
  await world.closePanel(panel);

  await world.connect();
  await askWorker(options, 'contact.add', addInput(world, mira, 'Nordic procurement'));
  await untilInState(options, mira.name, 'waiting');
  await loseDeviceKey(options);
  await options.reload();
  await options.getByText(/of an account that isn’t connected/u).waitFor();
  await shoot('options-12-other-accounts', options);
  down.remove();
  await world.connect();
};
