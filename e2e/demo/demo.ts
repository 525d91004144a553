import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openConversation, write } from '../screens/panel';
import { addTo } from '../screens/popup';
import { openWorld, type World } from '../support/world';

const SHOTS = path.resolve(import.meta.dirname, '../../artifacts/demo');
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Whether a window can be shown here. `--headless` says no. */
function hasDisplay(): boolean {
  if (process.argv.includes('--headless')) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

const SAMPLE = '/in/mira-okonkwo/';

async function inWindow(world: World): Promise<void> {
  await world.connect();
  const page = await world.visit(SAMPLE);
  await page.bringToFront();
  say('A browser is open on Mira Okonkwo’s sample profile, and the key of the local GetSales is connected.\n');
  say('Try this:');
  say('  1. Click the Shortlist icon in the toolbar (behind the puzzle piece at first) or press Alt+Shift+S.');
  say('  2. Type “Nordic”, Enter, and Enter once more: Mira is on the list. Undo takes her back.');
  say('  3. Open conversation: the side panel shows what was written, and sends.');
  say('  4. Go to /in/jonas-berg-x3/ (already on a list) and /in/ana-duarte-x1/ (10,000 messages).\n');
  say('Close the browser to end. Nothing here leaves your machine.');
  await new Promise((resolve) => world.context.once('close', resolve));
}

async function withoutWindow(world: World): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  const keep = (name: string, picture: Buffer): void => {
    writeFileSync(path.join(SHOTS, `${name}.png`), picture);
    say(`     screenshot: artifacts/demo/${name}.png`);
  };
  say('There is no display, so the same journey runs without a window.\n');

  const options = await world.connect();
  say('  1. Connected the key of the local GetSales on the options page.');
  keep('1-connected', await options.screenshot());

  const popup = await world.popup(await world.visit(SAMPLE));
  await popup.see(/Not in GetSales/u);
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
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(/Thursday at ten it is\.\s+Mara[\s\S]*sent/u);
  say('  5. Sent a message and saw it become sent.');
  keep('5-sent', await panel.screenshot());
}

const world = await openWorld({ headless: !hasDisplay() });
try {
  await (hasDisplay() ? inWindow(world) : withoutWindow(world));
} finally {
  await world.close();
}
say('\nDone.');
