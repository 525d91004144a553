import { openConversation, write } from '../screens/panel';
import { SEND, writesOf } from '../screens/requests';
import { expect, test } from '../support/fixtures';
import type { Surface } from '../support/surface';
import type { World } from '../support/world';

const TEXT = 'Shall we talk on Thursday?';
const draftOf = (panel: Surface): Promise<unknown> => panel.evaluate('document.querySelector("textarea").value');

async function pressSend(world: World): Promise<Surface> {
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, TEXT);
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  return panel;
}

test('Undo in time: nothing leaves, and the text is back where it was written', async ({ world }) => {
  const panel = await pressSend(world);
  await panel.see(/Leaves in a moment/u);
  await panel.click('button', /^Undo/u);
  await panel.notSee(/Leaves in a moment/u);
  expect(await draftOf(panel)).toBe(TEXT);
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(/Leaves in a moment/u);
  await panel.see(/Shall we talk on Thursday\?[\s\S]*(?:queued|sent)/u);
  expect(writesOf(world.sites.getsales.control)).toEqual([SEND]);
  expect(await draftOf(panel)).toBe('');
});

test('a message that waits for a connection says until when, and leaves by itself when there is one', async ({
  world,
}) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, TEXT);
  await world.context.setOffline(true);
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(/Waiting for a connection[\s\S]*leaves by itself until \d\d:\d\d/u);
  expect(writesOf(control)).toEqual([]);
  await world.context.setOffline(false);
  await panel.see(/GetSales has your message to Jonas Berg/u);
  expect(writesOf(control)).toEqual([SEND]);
});

test('a message that waits is taken back, and its text is kept', async ({ world }) => {
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, TEXT);
  await world.context.setOffline(true);
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(/Waiting for a connection/u);
  await panel.click('button', /^Take it back/u);
  await panel.notSee(/Waiting for a connection/u);
  await world.context.setOffline(false);
  expect(await draftOf(panel)).toBe(TEXT);
  expect(writesOf(world.sites.getsales.control)).toEqual([]);
});

test('a message that the worker forgot, because it died, still leaves, once', async ({ world }) => {
  const panel = await pressSend(world);
  await panel.see(/Leaves in a moment/u);
  await world.killWorker();
  // Anything that a page of ours asks starts the worker again.
  await panel.click('button', /^Refresh/u);
  await panel.see(/Shall we talk on Thursday\?[\s\S]*(?:queued|sent)/u);
  expect(writesOf(world.sites.getsales.control)).toEqual([SEND]);
});

test('a message that LinkedIn did not take is tried again as the same message', async ({ world }) => {
  const { control } = world.sites.getsales;
  control.failNextMessages('Not connected with this contact');
  const panel = await pressSend(world);
  await panel.see(/failed: Not connected with this contact/u);
  control.failNextMessages(null);
  await panel.click('button', /^Try again/u);
  await panel.see(/Shall we talk on Thursday\?[\s\S]*(?:queued|sending|sent)/u);
  expect(writesOf(control).filter((write) => write === SEND)).toHaveLength(1);
  expect(writesOf(control).at(-1)).toMatch(/^PUT .+\/retry$/u);
});
