import type { Page } from '@playwright/test';
import { titleOf } from '../../faults/catalogue/table/catalogue';
import { openConversation, status, write } from '../../screens/panel';
import { chooseList } from '../../screens/popup';
import { SEND, UPSERT, writesOf } from '../../screens/requests';
import { begins, inOrder, like, text } from '../../screens/texts';
import { expect, test } from '../../support/browser/fixtures';
import type { ExtensionPage } from '../../support/browser/extension-page';
import type { Clicks } from '../../support/browser/mouse';
import { recordsOf } from '../../support/browser/stored';
import { until } from '../../support/browser/until';
import type { World } from '../../support/browser/world';
import { MESSAGES } from './sent-once';

const LIST = 'Nordic procurement';
const SEND_BUTTON = begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' });
const BUSY = like('error.busy.title');
/** GetSales takes so long to answer that all presses come before. */
const SLOW = { latencyMs: 1_500 };

async function withoutUndo(world: World): Promise<Page> {
  const options = await world.connect();
  await options.getByLabel(text('options.defaults.undo')).selectOption({ label: text('options.defaults.undoNone') });
  return options;
}

/** Each way to press too often: `enter` presses the key that does the same as a click. */
const PRESSES: readonly ((click: Clicks, enter: () => Promise<void>) => Promise<unknown>)[] = [
  (click) => click(2),
  (click, enter) => Promise.all([enter(), click(1)]),
  (click) => click(20),
];

test(titleOf('L4', 'Send in the panel'), async ({ world }) => {
  const { control } = world.sites.getsales;
  const options = await withoutUndo(world);
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  control.fault({ method: 'POST', path: MESSAGES, times: Infinity, effect: SLOW });
  for (const [before, press] of PRESSES.entries()) {
    const message = `Message ${before}`;
    await write(panel, message);
    await press(await panel.aimAt('button', SEND_BUTTON), () => panel.press('Enter', { ctrl: true }));
    await panel.see(inOrder(message, status('sent')));
    await panel.notSee(BUSY);
    expect(writesOf(control)).toEqual(Array.from({ length: before + 1 }, () => SEND));
  }
  expect(await recordsOf(options)).toHaveLength(PRESSES.length);
});

test(titleOf('L4', 'Add in the popup'), async ({ world }) => {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  control.fault({ path: '/leads/api/leads/upsert', times: Infinity, effect: SLOW });
  const people = ['mira-okonkwo', 'kofi-mensah', 'teo-larsen-test'];
  for (const [before, press] of PRESSES.entries()) {
    const popup = await world.popup(await world.visit(`/in/${people[before]}/`));
    await popup.see(like('popup.contactStatus.absent'));
    await chooseList(popup, LIST);
    const add = begins('popup.add.to', { list: LIST });
    await popup.focus('button', add);
    await press(await popup.aimAt('button', add), () => popup.press('Enter'));
    await popup.see(like('popup.result.created', { list: LIST }));
    expect(writesOf(control).filter((write) => write === UPSERT)).toHaveLength(before + 1);
    await world.closePopup(popup);
  }
  expect((await recordsOf(options)).map(({ state }) => state)).toEqual(PRESSES.map(() => 'done'));
});

/** The panel of the same person in a window of its own. */
async function inNewWindow(world: World, path: string): Promise<ExtensionPage> {
  const [page] = await Promise.all([
    world.context.waitForEvent('page'),
    world.cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true }),
  ]);
  await page.goto(`https://www.linkedin.com${path}`);
  return openConversation(world, page);
}

test(titleOf('L5', 'the panels of two windows'), async ({ world }) => {
  const { control } = world.sites.getsales;
  await withoutUndo(world);
  const panels = [
    await openConversation(world, await world.visit('/in/jonas-berg-x3/')),
    await inNewWindow(world, '/in/jonas-berg-x3/?window=2'),
  ];
  for (const [index, panel] of panels.entries()) {
    await panel.see(/introduce you/u);
    await write(panel, `From window ${index}. `);
  }
  control.fault({ method: 'POST', path: MESSAGES, effect: SLOW });
  const clicks = await Promise.all(panels.map((panel) => panel.aimAt('button', SEND_BUTTON)));
  await Promise.all(clicks.map((click) => click(1)));
  const texts = () => Promise.all(panels.map((panel) => panel.text()));
  await until(
    'one panel to say that the other is sending',
    async () => (await texts()).filter((shown) => BUSY.test(shown)).length === 1,
    async () => (await texts()).join('\n---\n'),
  );
  await Promise.all(panels.map((panel) => panel.see(status('sent'))));
  expect(writesOf(control)).toEqual([SEND]);
});
