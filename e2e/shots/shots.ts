import { parseArgs } from 'node:util';
import { inRecruiter, threadWith } from '../linkedin/elsewhere';
import { openConversation, write } from '../screens/panel';
import { addTo, chooseList } from '../screens/popup';
import { ana } from '../support/cast';
import { openWorld } from '../support/browser/world';
import { details } from './details';
import { signingOut } from './signing-out';
import { matched } from './matched';
import { pictureCount, saveIn, shoot, type Scene } from './shoot';
import { waiting } from './waiting';

/** `npm run shots [-- SCENE] [--folder FOLDER]`: pictures of every screen in every state, light and dark. */

const setUp: Scene = async (world) => {
  const options = await world.options();
  await shoot('options-1-empty', options);
  await options.getByLabel('API key').fill('not a key');
  await options.getByRole('button', { name: 'Check', exact: true }).click();
  await options.getByText(/not a GetSales API key/u).waitFor();
  await shoot('options-2-malformed', options);
  const keyless = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await keyless.see(/Connect GetSales first/u);
  await shoot('popup-1-not-connected', keyless);
  await world.closePopup(keyless);
  await shoot('options-3-connected', await world.connect());
};

const choosing: Scene = async (world) => {
  const { control } = world.sites.getsales;
  const page = await world.visit('/in/mira-okonkwo/');
  const slow = control.fault({ path: '/leads/api/leads/lookup-one', effect: { latencyMs: 4_000 }, times: 1 });
  const popup = await world.popup(page);
  await popup.see(/slow to answer/u);
  await shoot('popup-2-slow', popup);
  slow.remove();
  await popup.see(/Not in GetSales/u);
  await shoot('popup-3-new-person', popup);
  await popup.click('combobox', /^List/u);
  await popup.has('option', /EU founders/u);
  await shoot('popup-4-lists', popup);
  await popup.type('Fresh faces');
  await popup.has('option', /New list/u);
  await shoot('popup-5-new-list', popup);
  await popup.press('Escape');
  await chooseList(popup, 'Nordic procurement');
  await shoot('popup-6-ready', popup);
  await world.closePopup(popup);
};

const adding: Scene = async (world) => {
  const { control } = world.sites.getsales;
  const page = await world.visit('/in/mira-okonkwo/');
  const popup = await world.popup(page);
  await popup.see(/Not in GetSales/u);
  await chooseList(popup, 'Nordic procurement');
  const refused = control.fault({
    path: '/leads/api/leads/upsert',
    effect: {
      status: 422,
      body: {
        kind: 'json',
        value: { error: { reason: 'validation_error', data: { headline: ['The headline is too long.'] } } },
      },
    },
  });
  await popup.click('button', /^Add to Nordic procurement/u);
  await popup.see(/headline is too long/u);
  await shoot('popup-8-refused', popup);
  refused.remove();
  await world.closePopup(popup);
  const again = await world.popup(page);
  await again.see(/Not in GetSales/u);
  await addTo(again, 'Nordic procurement');
  await shoot('popup-9-added', again);
  await world.closePopup(again);
};

const already: Scene = async (world) => {
  const popup = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await popup.see(/Already on EU founders|In EU founders/u);
  await popup.see(/Q4 outreach[\s\S]*Replied/u);
  await shoot('popup-10-already-there', popup);
  await popup.click('combobox', /^List/u);
  // The list of the last add is selected; typing would append to its name.
  await popup.press('a', { ctrl: true });
  await popup.type('Conference Berlin');
  await popup.click('option', /^Conference Berlin/u);
  await popup.has('button', /^Move to Conference Berlin/u);
  await shoot('popup-11-move-guard', popup);
  await world.closePopup(popup);
  const noProfile = await world.popup(await world.visit('/feed/'));
  await noProfile.see(/No profile on this page/u);
  await shoot('popup-12-no-profile', noProfile);
  await world.closePopup(noProfile);
  const walled = await world.popup(await world.visit('/in/walled-off-person/'));
  await walled.see(/walled-off-person/u);
  await shoot('popup-13-walled', walled);
  await world.closePopup(walled);
};

const talking: Scene = async (world) => {
  const { control } = world.sites.getsales;
  const page = await world.visit('/in/jonas-berg-x3/');
  const panel = await openConversation(world, page);
  await panel.see(/introduce you/u);
  await shoot('panel-1-conversation', panel);
  await write(panel, 'Would {{time}} suit you?');
  await shoot('panel-2-variable-left', panel);
  await panel.press('a', { ctrl: true });
  await panel.type('Thursday at ten it is.');
  await shoot('panel-3-ready', panel);
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(/Thursday at ten it is\.\s+Mara[\s\S]*sent/u);
  await shoot('panel-4-sent', panel);
  const html = control.fault({
    method: 'POST',
    path: '/flows/api/linkedin-messages',
    effect: { status: 200, body: { kind: 'html', text: '<h1>Log in</h1>' } },
  });
  await write(panel, 'And a second thing.');
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(/could not confirm/u);
  await shoot('panel-5-unconfirmed', panel);
  html.remove();
  await page.goto('https://www.linkedin.com/in/li-wei-x2/');
  await panel.see(/No messages yet/u);
  await shoot('panel-6-empty', panel);
  await page.goto('https://www.linkedin.com/in/teo-larsen-test/');
  await panel.see(/Not in GetSales/u);
  await shoot('panel-7-not-in-getsales', panel);
  await page.goto('https://www.linkedin.com/feed/');
  await panel.see(/No profile in this tab/u);
  await shoot('panel-8-no-profile', panel);
  control.revokeKey();
  await page.goto('https://www.linkedin.com/in/ana-duarte-x1/');
  await panel.see(/accept/u);
  await shoot('panel-9-key-rejected', panel);
  await shoot('options-4-key-rejected', await world.options());
};

/** Pages that LinkedIn changed or hides, and pages whose address names no person. */
const elsewhere: Scene = async (world) => {
  const see = async (name: string, path: string, words: RegExp): Promise<void> => {
    const popup = await world.popup(await world.visit(path));
    await popup.see(words);
    await shoot(name, popup);
    await world.closePopup(popup);
  };
  const changedLayout = await world.popup(await world.visit('/in/ana-duarte-x1/?without=headline'));
  await changedLayout.see(/headline could not be read/u);
  await changedLayout.see(/In EU founders/u);
  await shoot('popup-14-drift', changedLayout);
  await changedLayout.evaluate('navigator.clipboard.writeText = () => Promise.resolve()');
  await changedLayout.click('button', /^Copy page report/u);
  await changedLayout.see(/Copied/u);
  await shoot('popup-15-report-copied', changedLayout);
  await world.closePopup(changedLayout);
  const byHand = await world.popup(await world.visit('/in/teo-larsen-test/?without=location'));
  await byHand.see(/location could not be read/u);
  await byHand.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("closed"))');
  await byHand.click('button', /^Copy page report/u);
  await byHand.has('textbox', /^Page report/u);
  await shoot('popup-16-report-by-hand', byHand);
  await world.closePopup(byHand);
  await see('popup-26-looking', '/messaging/thread/2-group/', /Looking who is on this page/u);
  await see('popup-17-unreadable', '/in/slow-person/', /this page could not be read/u);
  await see('popup-18-thread', threadWith(ana), /In EU founders/u);
  await see('popup-19-group', '/messaging/thread/2-group/', /Can’t tell who this conversation is with/u);
  await see('popup-20-recruiter', `${inRecruiter(ana)}?linked=none`, /does not show this person/u);
  await see('popup-21-few-people', '/search/results/people/?keywords=some', /3 people/u);
  await see('popup-22-no-people', '/search/results/people/?keywords=none', /No people could be read/u);
  const many = await world.popup(await world.visit('/search/results/people/'));
  await many.see(/10 people/u);
  await shoot('popup-23-people', many);
  await many.type('nobody at all');
  await many.see(/Nobody on this page matches/u);
  await shoot('popup-24-no-match', many);
  await many.press('a', { ctrl: true });
  await many.type('duarte');
  await many.press('Enter');
  await many.see(/In EU founders/u);
  await shoot('popup-25-one-of-many', many);
  await world.closePopup(many);
};

const scenes: Readonly<Record<string, Scene>> = {
  setUp,
  choosing,
  details,
  adding,
  already,
  waiting,
  matched,
  elsewhere,
  signingOut,
  talking,
};
const { values, positionals } = parseArgs({
  options: { folder: { type: 'string', default: 'artifacts/shots' } },
  allowPositionals: true,
});
const [only] = positionals;

/** Takes one scene in a new browser, so that scenes do not depend on each other. */
async function take(name: string, scene: Scene): Promise<void> {
  process.stdout.write(`${name}:\n`);
  const world = await openWorld();
  try {
    if (scene !== setUp) await world.connect();
    await scene(world);
  } finally {
    await world.close();
  }
}

async function takeAll(): Promise<void> {
  saveIn(values.folder);
  for (const [name, scene] of Object.entries(scenes)) {
    if (only === undefined || only === name) await take(name, scene);
  }
  process.stdout.write(`${pictureCount()} pictures in ${values.folder}\n`);
}

if (only !== undefined && !(only in scenes)) {
  process.stderr.write(`There is no scene "${only}"; there are: ${Object.keys(scenes).join(', ')}.\n`);
  process.exitCode = 2;
} else await takeAll();
