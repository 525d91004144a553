import { openConversation, write, status } from '../../screens/panel';
import { SEND, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';
import type { ExtensionPage } from '../../support/browser/extension-page';
import type { World } from '../../support/browser/world';
import { anyOf, begins, inOrder, like, text } from '../../screens/texts';

const TEXT = 'Thursday at ten it is.';
const FOUND = like('panel.live.accepted', { person: 'Jonas Berg' });

/** Writes to Jonas, up to the press of Send. */
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

test('Undo before a message leaves sends nothing and gives the text back, ready to be sent', async ({ world }) => {
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

test('a message leaves once, after its seconds, and what was written meanwhile is kept', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(like('panel.queued.sendsIn'));
  await write(panel, 'One more thing');
  expect(writesOf(control)).toEqual([]);
  await panel.see(FOUND);
  expect(await written(panel)).toBe('One more thing');
  expect(writesOf(control)).toEqual([SEND]);
});

test('a message that was taken back comes before what was written meanwhile', async ({ world }) => {
  const panel = await send(world);
  await panel.see(like('panel.queued.sendsIn'));
  await write(panel, 'One more thing');
  await panel.click('button', begins('common.undo'));
  await panel.see(like('panel.live.cancelled'));
  expect(await written(panel)).toBe(`${TEXT}\n\nOne more thing`);
});

test('a message leaves once when the panel is closed over it, and is not a draft afterwards', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(like('panel.queued.sendsIn'));
  await world.closePanel(panel);
  await expect.poll(() => writesOf(control), { timeout: 15_000 }).toEqual([SEND]);
  const [page] = world.context.pages().filter((each) => each.url().includes('jonas-berg-x3'));
  expect(page).toBeDefined();
  const again = await openConversation(world, page ?? (await world.visit('/in/jonas-berg-x3/')));
  await again.see(/Thursday at ten it is\./u);
  await again.see(like('panel.composer.count', { count: 0, max: 8000 }));
  expect(writesOf(control)).toEqual([SEND]);
});

test('without a connection a message waits, says until when, and can be taken back', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await readyToSend(world);
  await world.context.setOffline(true);
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(like('panel.queued.held'));
  await panel.see(like('panel.queued.heldBody'));
  expect(await panel.axe()).toEqual([]);
  await panel.click('button', begins('panel.queued.cancel'));
  await panel.see(like('panel.live.cancelled'));
  expect(await written(panel)).toBe(TEXT);
  await world.context.setOffline(false);
  expect(writesOf(control)).toEqual([]);
});

test('a message that waited leaves once and by itself when the connection is back', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await readyToSend(world);
  await world.context.setOffline(true);
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(like('panel.queued.held'));
  expect(writesOf(control)).toEqual([]);
  await world.context.setOffline(false);
  // The browser may say so before a connection can be made; then the next try comes half a minute later.
  await expect.poll(() => writesOf(control), { timeout: 60_000 }).toEqual([SEND]);
  await panel.see(FOUND);
  await panel.notSee(like('panel.queued.held'));
  expect(await written(panel)).toBe('');
  expect(writesOf(control)).toEqual([SEND]);
});

test('a message that the worker forgot, because it died, still leaves, once', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(like('panel.queued.sendsIn'));
  await world.killWorker();
  // Anything that a page of ours asks starts the worker again.
  await panel.click('button', begins('common.refresh'));
  await panel.see(inOrder('Thursday at ten it is.', anyOf(status('queued'), status('sent'))));
  expect(writesOf(control)).toEqual([SEND]);
});

test('messages leave at once for those who chose so, without an Undo in between', async ({ world }) => {
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

test('a message that could not be delivered is tried again from the thread, as the same message', async ({ world }) => {
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

test('axe finds nothing wrong while a message is about to leave', async ({ world }) => {
  const panel = await send(world);
  await panel.see(like('panel.queued.sendsIn'));
  await panel.theme('dark');
  expect(await panel.axe()).toEqual([]);
  await panel.has('button', begins('common.undo'));
});
