import { openConversation, write } from '../../screens/panel';
import { SEND, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';
import type { ExtensionPage } from '../../support/browser/extension-page';
import type { World } from '../../support/browser/world';

const TEXT = 'Thursday at ten it is.';
const FOUND = /GetSales has your message to Jonas Berg/u;

/** Writes a message to Jonas without pressing Send. */
async function readyToSend(world: World): Promise<ExtensionPage> {
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, TEXT);
  await panel.ready('button', /^Send to Jonas Berg as Mara/u);
  return panel;
}

async function send(world: World): Promise<ExtensionPage> {
  const panel = await readyToSend(world);
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  return panel;
}

const written = (panel: ExtensionPage): Promise<string> => panel.evaluate('document.querySelector("textarea").value');

test('Undo within the undo window sends nothing and restores the text, ready to be sent', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(/Leaves in \d s/u);
  expect(await written(panel)).toBe('');
  await panel.click('button', /^Undo/u);
  await panel.see(/was taken back\. Nothing was sent/u);
  await panel.notSee(/Leaves in/u);
  expect(await written(panel)).toBe(TEXT);
  expect(await panel.focused()).toMatch(/^Message to Jonas Berg/u);
  expect(writesOf(control)).toEqual([]);
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(FOUND);
  expect(writesOf(control)).toEqual([SEND]);
});

test('sends once after the undo window, and keeps text written in between', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(/Leaves in \d s/u);
  await write(panel, 'One more thing');
  expect(writesOf(control)).toEqual([]);
  await panel.see(FOUND);
  expect(await written(panel)).toBe('One more thing');
  expect(writesOf(control)).toEqual([SEND]);
});

test('puts a cancelled message before text written in between', async ({ world }) => {
  const panel = await send(world);
  await panel.see(/Leaves in \d s/u);
  await write(panel, 'One more thing');
  await panel.click('button', /^Undo/u);
  await panel.see(/was taken back/u);
  expect(await written(panel)).toBe(`${TEXT}\n\nOne more thing`);
});

test('sends once when the panel is closed during the undo window, and leaves no draft', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(/Leaves in \d s/u);
  await world.closePanel(panel);
  await expect.poll(() => writesOf(control), { timeout: 15_000 }).toEqual([SEND]);
  const [page] = world.context.pages().filter((each) => each.url().includes('jonas-berg-x3'));
  expect(page).toBeDefined();
  const again = await openConversation(world, page ?? (await world.visit('/in/jonas-berg-x3/')));
  await again.see(/Thursday at ten it is\./u);
  await again.see(/0 \/ 8,000/u);
  expect(writesOf(control)).toEqual([SEND]);
});

test('shows how long a message waits while offline, and can cancel it', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await readyToSend(world);
  await world.context.setOffline(true);
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(/Waiting for a connection/u);
  await panel.see(/leaves by itself until \d\d:\d\d, unless you take it back/u);
  expect(await panel.axe()).toEqual([]);
  await panel.click('button', /^Take it back/u);
  await panel.see(/was taken back\. Nothing was sent/u);
  expect(await written(panel)).toBe(TEXT);
  await world.context.setOffline(false);
  expect(writesOf(control)).toEqual([]);
});

test('sends a waiting message once, automatically, when the connection returns', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await readyToSend(world);
  await world.context.setOffline(true);
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(/Waiting for a connection/u);
  expect(writesOf(control)).toEqual([]);
  await world.context.setOffline(false);
  // The browser may report being online too early; the next attempt then follows after half a minute.
  await expect.poll(() => writesOf(control), { timeout: 60_000 }).toEqual([SEND]);
  await panel.see(FOUND);
  await panel.notSee(/Waiting for a connection/u);
  expect(await written(panel)).toBe('');
  expect(writesOf(control)).toEqual([SEND]);
});

test('sends a message once when the worker dies during the undo window', async ({ world }) => {
  const { control } = world.sites.getsales;
  const panel = await send(world);
  await panel.see(/Leaves in \d s/u);
  await world.killWorker();
  // Any message from a page starts the worker again.
  await panel.click('button', /^Refresh/u);
  await panel.see(/Thursday at ten it is\.[\s\S]*(?:queued|sent)/u);
  expect(writesOf(control)).toEqual([SEND]);
});

test('sends at once, without Undo, when set so in options', async ({ world }) => {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  await options.getByLabel('Taking a message back').selectOption({ label: 'Send at once' });
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, TEXT);
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(FOUND);
  expect(writesOf(control)).toEqual([SEND]);
});

test('retries an undelivered message from the thread, as the same message', async ({ world }) => {
  const { control } = world.sites.getsales;
  control.failNextMessages('Not connected with this contact');
  control.setMessageTiming({ inProgressMs: 0, doneMs: 0 });
  const panel = await send(world);
  await panel.see(/failed: Not connected with this contact/u);
  expect(await panel.axe()).toEqual([]);
  control.failNextMessages(null);
  control.clearRequests();
  await panel.click('button', /^Try again/u);
  await panel.notSee(/failed: Not connected/u);
  await panel.see(/Thursday at ten it is\.[\s\S]*sent/u);
  expect(writesOf(control)).toEqual([expect.stringMatching(/^PUT .*\/retry$/u)]);
});

test('axe finds nothing during the undo window', async ({ world }) => {
  const panel = await send(world);
  await panel.see(/Leaves in \d s/u);
  await panel.theme('dark');
  expect(await panel.axe()).toEqual([]);
  await panel.has('button', /^Undo/u);
});
