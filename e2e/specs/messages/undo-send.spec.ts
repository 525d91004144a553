import { openConversation, write, status } from '../../screens/panel';
import { SEND, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';
import type { ExtensionPage } from '../../support/browser/extension-page';
import type { World } from '../../support/browser/world';
import { anyOf, begins, inOrder, like, text } from '../../screens/texts';

const TEXT = 'Thursday at ten it is.';
const FOUND = like('panel.live.accepted', { person: 'Jonas Berg' });

/** Writes a message to Jonas without pressing Send. */
async function readyToSend(world: World): Promise<ExtensionPage> {
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, TEXT);
  await panel.ready('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  return panel;
}

async function send(world: World): Promise<ExtensionPage> {
  const panel = await readyToSend(world);
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  return panel;
}

const written = (panel: ExtensionPage): Promise<string> => panel.evaluate('document.querySelector("textarea").value');

test('Undo within the cancel period sends nothing and restores the text, ready to be sent', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(like('panel.queued.sendsIn'));
  expect(await written(panel)).toBe('');
  await panel.click('button', begins('common.undo'));
  await panel.see(like('panel.live.cancelled'));
  await panel.notSee(like('panel.queued.sendsIn'));
  expect(await written(panel)).toBe(TEXT);
  expect(await panel.focused()).toMatch(begins('panel.composer.text', { person: 'Jonas Berg' }));
  expect(writesOf(control)).toEqual([]);
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(FOUND);
  expect(writesOf(control)).toEqual([SEND]);
});

test('sends once after the cancel period, and keeps text written in between', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(like('panel.queued.sendsIn'));
  await write(panel, 'One more thing');
  expect(writesOf(control)).toEqual([]);
  await panel.see(FOUND);
  expect(await written(panel)).toBe('One more thing');
  expect(writesOf(control)).toEqual([SEND]);
});

test('puts a cancelled message before text written in between', async ({ world }) => {
  const panel = await send(world);
  await panel.see(like('panel.queued.sendsIn'));
  await write(panel, 'One more thing');
  await panel.click('button', begins('common.undo'));
  await panel.see(like('panel.live.cancelled'));
  expect(await written(panel)).toBe(`${TEXT}\n\nOne more thing`);
});

test('sends once when the panel is closed during the cancel period, and leaves no draft', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(like('panel.queued.sendsIn'));
  await world.closePanel(panel);
  await expect.poll(() => writesOf(control)).toEqual([SEND]);
  const [page] = world.context.pages().filter((each) => each.url().includes('jonas-berg-x3'));
  expect(page).toBeDefined();
  const again = await openConversation(world, page ?? (await world.visit('/in/jonas-berg-x3/')));
  await again.see(/Thursday at ten it is\./u);
  await again.see(like('panel.composer.count', { count: 0, max: 8000 }));
  expect(writesOf(control)).toEqual([SEND]);
});

test('shows how long a message waits while offline, and can cancel it', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await readyToSend(world);
  await world.context.setOffline(true);
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(like('panel.queued.waiting'));
  await panel.see(like('panel.queued.waitingBody'));
  expect(await panel.axe()).toEqual([]);
  await panel.click('button', begins('panel.queued.cancel'));
  await panel.see(like('panel.live.cancelled'));
  expect(await written(panel)).toBe(TEXT);
  await world.context.setOffline(false);
  expect(writesOf(control)).toEqual([]);
});

test('sends a waiting message once, automatically, when the connection returns', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await readyToSend(world);
  await world.context.setOffline(true);
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(like('panel.queued.waiting'));
  expect(writesOf(control)).toEqual([]);
  await world.context.setOffline(false);
  // The browser may report being online too early; the next attempt then follows after half a minute.
  await expect.poll(() => writesOf(control), { timeout: 60_000 }).toEqual([SEND]);
  await panel.see(FOUND);
  await panel.notSee(like('panel.queued.waiting'));
  expect(await written(panel)).toBe('');
  expect(writesOf(control)).toEqual([SEND]);
});

test('sends a message once when the worker dies during the cancel period', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(like('panel.queued.sendsIn'));
  await world.killWorker();
  // Any message from a page starts the worker again.
  await panel.click('button', begins('common.refresh'));
  await panel.see(inOrder('Thursday at ten it is.', anyOf(status('queued'), status('sent'))));
  expect(writesOf(control)).toEqual([SEND]);
});

test('sends at once, without Undo, when set so in options', async ({ world }) => {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  await options.getByLabel(text('options.defaults.undo')).selectOption({ label: text('options.defaults.undoNone') });
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, TEXT);
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(FOUND);
  expect(writesOf(control)).toEqual([SEND]);
});

test('retries an undelivered message from the thread, as the same message', async ({ world }) => {
  const { control } = world.sites.getsales;
  control.failNextMessages('Not connected with this contact');
  control.setMessageTiming({ inProgressMs: 0, doneMs: 0 });
  const panel = await send(world);
  await panel.see(like('panel.status.failedBecause', { reason: 'Not connected with this contact' }));
  expect(await panel.axe()).toEqual([]);
  control.failNextMessages(null);
  control.clearRequests();
  await panel.click('button', begins('common.retry'));
  await panel.notSee(like('panel.status.failedBecause', { reason: 'Not connected' }));
  await panel.see(inOrder('Thursday at ten it is.', status('sent')));
  expect(writesOf(control)).toEqual([expect.stringMatching(/^PUT .*\/retry$/u)]);
});

test('axe finds nothing during the cancel period', async ({ world }) => {
  const panel = await send(world);
  await panel.see(like('panel.queued.sendsIn'));
  await panel.theme('dark');
  expect(await panel.axe()).toEqual([]);
  await panel.has('button', begins('common.undo'));
});
