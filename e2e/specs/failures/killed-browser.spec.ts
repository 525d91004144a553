import { rm } from 'node:fs/promises';
import { test as base, expect, type Page } from '@playwright/test';
import { titleOf } from '../../faults/catalogue/table/catalogue';
import { openConversation, status, write } from '../../screens/panel';
import { SEND, writesOf } from '../../screens/requests';
import { begins, inOrder, like, text } from '../../screens/texts';
import type { ExtensionPage } from '../../support/browser/extension-page';
import { killBrowser } from '../../support/browser/kill-browser';
import { freshProfile, launch } from '../../support/browser/launch';
import { startSites, type Sites } from '../../support/browser/sites';
import { recordsOf } from '../../support/browser/stored';
import { worldOf, type World } from '../../support/browser/world';
import { uuidOf } from '../../sandbox/testing/seeded';

const MESSAGES = '/flows/api/linkedin-messages';
const TEXT = 'Once, whatever happens to the browser';
const JONAS = { person: 'Jonas Berg', sender: 'Mara (DE)' } as const;

interface Killable {
  readonly sites: Sites;
  /** The browser that runs now. */
  readonly world: () => World;
  /** Kills the browser and starts it again on the same profile. */
  readonly restart: () => Promise<void>;
}

const test = base.extend<{ killable: Killable }>({
  killable: async ({}, use) => {
    const sites = await startSites();
    const profile = await freshProfile();
    const start = async (): Promise<World> => worldOf(sites, await launch(sites, { profile }));
    let world = await start();
    await use({
      sites,
      world: () => world,
      restart: async () => {
        await killBrowser(world.context, profile);
        world = await start();
      },
    });
    const after = { ...(await world.takeObserved()), contract: sites.getsales.control.violations() };
    await world.close();
    await sites.stop();
    await rm(profile, { recursive: true, force: true });
    expect(after).toEqual({ errors: [], hosts: [], contract: [] });
  },
});

/** Presses Send, without a cancel period, and waits for the write ahead. `prepare` is called right before. */
async function send({ world }: Killable, prepare: () => unknown): Promise<void> {
  const options = await world().connect();
  await options.getByLabel(text('options.defaults.undo')).selectOption({ label: text('options.defaults.undoNone') });
  const panel = await openConversation(world(), await world().visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, TEXT);
  prepare();
  await panel.click('button', begins('panel.composer.send', JONAS));
  await expect.poll(() => statesIn(options)).toEqual(['dispatching']);
}

async function statesIn(options: Page): Promise<readonly string[]> {
  return (await recordsOf(options)).map(({ state }) => state);
}

/** Jonas' conversation in the restarted browser, and what the outbox has once the sweep is done. */
async function conversationAfterRestart(killable: Killable): Promise<{ panel: ExtensionPage; options: Page }> {
  await killable.restart();
  const world = killable.world();
  const options = await world.options();
  // The new worker looks for the message before anyone opens a page of it.
  await expect.poll(() => statesIn(options)).not.toEqual(['dispatching']);
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  return { panel, options };
}

/** How often Jonas' conversation at GetSales has the text. */
function arrived({ sites }: Killable): number {
  const { control } = sites.getsales;
  const jonas = uuidOf(control.contact('jonas-berg-x3')?.['lead']);
  return control.messages(jonas).filter((message) => message['text'] === TEXT).length;
}

test(titleOf('L2', 'before the POST: unknown, until the user sends it anyway'), async ({ killable }) => {
  const { network, getsales } = killable.sites;
  await send(killable, network.holdNewConnections);
  // The single-use connection of the POST.
  await expect.poll(() => network.heldConnections()).toBeGreaterThan(0);
  expect(writesOf(getsales.control)).toEqual([]);
  network.serveNewConnections();
  const { panel, options: restarted } = await conversationAfterRestart(killable);
  await panel.see(inOrder(like('panel.unconfirmed.title'), like('panel.unconfirmed.body')));
  expect(await statesIn(restarted)).toEqual(['unknown']);
  await panel.click('button', begins('panel.unconfirmed.check'));
  await panel.see(like('panel.unconfirmed.checked'));
  expect([writesOf(getsales.control), arrived(killable)]).toEqual([[], 0]);
  await panel.click('button', begins('panel.unconfirmed.anyway'));
  await panel.see(like('panel.unconfirmed.twice', JONAS));
  await panel.click('button', begins('panel.unconfirmed.twiceSend', JONAS));
  await panel.see(like('panel.live.accepted', JONAS));
  expect([writesOf(getsales.control), arrived(killable)]).toEqual([[SEND], 1]);
});

test(titleOf('L2', 'at a POST that is carried out later: unknown, until it is found'), async ({ killable }) => {
  const { control } = killable.sites.getsales;
  await send(killable, () => control.fault({ method: 'POST', path: MESSAGES, effect: { connection: 'hang' } }));
  await expect.poll(() => writesOf(control)).toEqual([SEND]);
  const { panel, options } = await conversationAfterRestart(killable);
  await panel.see(inOrder(like('panel.unconfirmed.title'), like('panel.unconfirmed.body')));
  expect(await statesIn(options)).toEqual(['unknown']);
  expect([writesOf(control), arrived(killable)]).toEqual([[SEND], 0]);
  const sent = control.requests().find(({ path, method }) => path === MESSAGES && method === 'POST')?.body;
  const { lead_uuid: leadUuid, sender_profile_uuid: senderUuid } = Object(sent);
  // The message arrives while the user's check is under way: the worker's own checks could find it before the click.
  control.fault({ method: 'GET', path: MESSAGES, effect: { latencyMs: 2_000 } });
  await panel.click('button', begins('panel.unconfirmed.check'));
  control.writeMessage({ leadUuid, senderUuid, text: TEXT });
  await panel.see(inOrder(TEXT, status('sent')));
  await panel.notSee(like('panel.unconfirmed.title'));
  expect(await statesIn(options)).toEqual(['sent']);
  expect([writesOf(control), arrived(killable)]).toEqual([[SEND], 1]);
});

test(titleOf('L2', 'at a POST that is carried out, before its answer: found, sent'), async ({ killable }) => {
  const { control } = killable.sites.getsales;
  await send(killable, () => control.fault({ method: 'POST', path: MESSAGES, effect: { connection: 'hang-after' } }));
  await expect.poll(() => arrived(killable)).toBe(1);
  const { panel, options } = await conversationAfterRestart(killable);
  await panel.see(inOrder(TEXT, status('sent')));
  await panel.notSee(like('panel.unconfirmed.title'));
  expect(await statesIn(options)).toEqual(['sent']);
  expect([writesOf(control), arrived(killable)]).toEqual([[SEND], 1]);
});
