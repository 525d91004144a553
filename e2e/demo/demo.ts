import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openConversation, write, status } from '../screens/panel';
import { addTo } from '../screens/popup';
import { hasDisplay } from './display';
import { openWorld, type World } from '../support/browser/world';
import { begins, inOrder, like } from '../screens/texts';

/** `--headless`: without a window. `--pictures FOLDER`: where the pictures of such a run go. */
const { values } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, pictures: { type: 'string', default: 'artifacts/demo' } },
});
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const SAMPLE = '/in/mira-okonkwo/';

async function inWindow(world: World): Promise<void> {
  await world.connect();
  const page = await world.visit(SAMPLE);
  await page.bringToFront();
  say('A browser is open on Mira Okonkwo’s sample profile, connected to the local GetSales.\n');
  say('Try this:');
  say('  1. Click the Shortlist icon in the toolbar (at first behind the puzzle piece), or press Alt+Shift+S.');
  say('  2. Type “Nordic”, Enter, and Enter once more: Mira is in the list. Undo removes her.');
  say('  3. Open conversation: read and send messages in the side panel.');
  say('  4. Go to /in/jonas-berg-x3/ (already in a list) and /in/ana-duarte-x1/ (10,000 messages).\n');
  say('Close the browser to end. Everything stays on your machine.');
  await new Promise((resolve) => world.context.once('close', resolve));
}

async function withoutWindow(world: World): Promise<void> {
  mkdirSync(values.pictures, { recursive: true });
  const keep = (name: string, picture: Buffer): void => {
    const file = path.join(values.pictures, `${name}.png`);
    writeFileSync(file, picture);
    say(`     screenshot: ${file}`);
  };
  say('Running the same journey without a window.\n');

  const options = await world.connect();
  say('  1. Connected an API key on the options page.');
  keep('1-connected', await options.screenshot());

  const popup = await world.popup(await world.visit(SAMPLE));
  await popup.see(like('popup.contactStatus.absent'));
  say('  2. Clicked the toolbar icon on Mira Okonkwo’s profile: the real popup.');
  keep('2-popup', await popup.screenshot());

  await addTo(popup, 'Nordic procurement');
  say('  3. Added her to Nordic procurement.');
  keep('3-added', await popup.screenshot());
  await world.closePopup(popup);

  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  say('  4. Opened the conversation with Jonas Berg: the real side panel.');
  keep('4-conversation', await panel.screenshot());

  await write(panel, 'Thursday at ten it is.');
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(inOrder('Thursday at ten it is.', 'Mara', status('sent')));
  say('  5. Sent a message and saw it sent.');
  keep('5-sent', await panel.screenshot());
}

const isInWindow = !values.headless && hasDisplay();
const world = await openWorld({ headless: !isInWindow });
try {
  await (isInWindow ? inWindow(world) : withoutWindow(world));
} finally {
  await world.close();
}
say('\nDone.');
