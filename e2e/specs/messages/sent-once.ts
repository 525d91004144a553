import { openConversation, write } from '../../screens/panel';
import { SEND, writesOf } from '../../screens/requests';
import { begins, like } from '../../screens/texts';
import type { FaultEffect } from '../../sandbox/faults/rule';
import { expect, test } from '../../support/browser/fixtures';
import type { ExtensionPage } from '../../support/browser/extension-page';
import type { World } from '../../support/browser/world';

export const MESSAGES = '/flows/api/linkedin-messages';
const TEXT = 'Once and never again';
const UNCONFIRMED = like('panel.unconfirmed.title');
export const FOUND = like('panel.live.accepted', { person: 'Jonas Berg' });

/** Presses Send on a message to Jonas, after other requests have opened connections. */
export async function send(world: World, effect?: FaultEffect): Promise<ExtensionPage> {
  const { control } = world.sites.getsales;
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, TEXT);
  if (effect !== undefined) control.fault({ method: 'POST', path: MESSAGES, effect });
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  return panel;
}

const breaks: readonly (readonly [string, FaultEffect, RegExp])[] = [
  ['its connection is reset after it was done', { connection: 'reset-after' }, FOUND],
  ['its connection is reset before it was done', { connection: 'reset-before' }, UNCONFIRMED],
  ['its connection is reset before it was read', { connection: 'reset-unread' }, UNCONFIRMED],
  ['its stream alone is reset after it was done', { connection: 'stream-after' }, FOUND],
  ['it was done and the server says that it waited too long for it', { status: 408, performed: true }, FOUND],
  ['its answer breaks off', { body: { kind: 'cut' } }, FOUND],
];

/** Tests that a message is sent once over this version of HTTP, however its connection breaks. */
export function testSentOnce(version: '1.1' | '2.0'): void {
  for (const [what, effect, outcome] of breaks) {
    test(`over HTTP/${version} a message is sent once when ${what}`, async ({ world }) => {
      const { control } = world.sites.getsales;
      const panel = await send(world, effect);
      await panel.see(outcome);
      expect(writesOf(control)).toEqual([SEND]);
      expect(control.requests().find(({ method, path }) => `${method} ${path}` === SEND)?.http).toBe(version);
    });
  }
}
