import { parseArgs } from 'node:util';
import { inRecruiter, threadWith } from '../linkedin/elsewhere';
import { openConversation, write, status } from '../screens/panel';
import { addTo, chooseList } from '../screens/popup';
import { ana } from '../support/cast';
import { openWorld } from '../support/browser/world';
import { details } from './details';
import { signingOut } from './signing-out';
import { matched } from './matched';
import { pictureCount, saveIn, shoot, type Scene } from './shoot';
import { waiting } from './waiting';
import { anyOf, begins, inOrder, like, text } from '../screens/texts';

/** `npm run shots [-- SCENE] [--folder FOLDER]`: pictures of every screen in every state, light and dark. */

const setUp: Scene = async (world) => {
  const options = await world.options();
  await shoot('options-1-empty', options);
  await options.getByLabel(text('options.connect.key')).fill('not a key');
  await options.getByRole('button', { name: text('options.connect.check'), exact: true }).click();
  await options.getByText(like('error.keyMalformed.title')).waitFor();
  await shoot('options-2-malformed', options);
  const keyless = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await keyless.see(like('popup.connect.title'));
  await shoot('popup-1-not-connected', keyless);
  await world.closePopup(keyless);
  await shoot('options-3-connected', await world.connect());
};

const choosing: Scene = async (world) => {
  const { control } = world.sites.getsales;
  const page = await world.visit('/in/mira-okonkwo/');
  const slow = control.fault({ path: '/leads/api/leads/lookup-one', effect: { latencyMs: 4_000 }, times: 1 });
  const popup = await world.popup(page);
  await popup.see(like('popup.contactStatus.slow'));
  await shoot('popup-2-slow', popup);
  slow.remove();
  await popup.see(like('popup.contactStatus.absent'));
  await shoot('popup-3-new-person', popup);
  await popup.click('combobox', begins('popup.lists.label'));
  await popup.has('option', /EU founders/u);
  await shoot('popup-4-lists', popup);
  await popup.type('Fresh faces');
  await popup.has('option', like('popup.lists.create', { name: 'Fresh faces' }));
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
  await popup.see(like('popup.contactStatus.absent'));
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
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(/headline is too long/u);
  await shoot('popup-8-refused', popup);
  refused.remove();
  await world.closePopup(popup);
  const again = await world.popup(page);
  await again.see(like('popup.contactStatus.absent'));
  await addTo(again, 'Nordic procurement');
  await shoot('popup-9-added', again);
  await world.closePopup(again);
};

const already: Scene = async (world) => {
  const popup = await world.popup(await world.visit('/in/jonas-berg-x3/'));
  await popup.see(
    anyOf(
      like('popup.add.already', { list: 'EU founders' }),
      like('popup.contactStatus.onList', { list: 'EU founders' }),
    ),
  );
  await popup.see(inOrder('Q4 outreach', like('popup.contactStatus.replied')));
  await shoot('popup-10-already-there', popup);
  await popup.click('combobox', begins('popup.lists.label'));
  // The list of the last add is selected; typing would append to its name.
  await popup.press('a', { ctrl: true });
  await popup.type('Conference Berlin');
  await popup.click('option', /^Conference Berlin/u);
  await popup.has('button', /^Move to Conference Berlin/u);
  await shoot('popup-11-move-guard', popup);
  await world.closePopup(popup);
  const noProfile = await world.popup(await world.visit('/feed/'));
  await noProfile.see(like('popup.noProfile.title'));
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
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(inOrder('Thursday at ten it is.', 'Mara', status('sent')));
  await shoot('panel-4-sent', panel);
  const html = control.fault({
    method: 'POST',
    path: '/flows/api/linkedin-messages',
    effect: { status: 200, body: { kind: 'html', text: '<h1>Log in</h1>' } },
  });
  await write(panel, 'And a second thing.');
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(like('panel.unconfirmed.title'));
  await shoot('panel-5-unconfirmed', panel);
  html.remove();
  await page.goto('https://www.linkedin.com/in/li-wei-x2/');
  await panel.see(like('panel.thread.empty'));
  await shoot('panel-6-empty', panel);
  await page.goto('https://www.linkedin.com/in/teo-larsen-test/');
  await panel.see(like('popup.contactStatus.absent'));
  await shoot('panel-7-not-in-getsales', panel);
  await page.goto('https://www.linkedin.com/feed/');
  await panel.see(like('panel.noProfile.title'));
  await shoot('panel-8-no-profile', panel);
  control.revokeKey();
  await page.goto('https://www.linkedin.com/in/ana-duarte-x1/');
  await panel.see(like('error.keyRejected.title'));
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
  await changedLayout.see(like('popup.layout.lost', { fields: text('popup.layout.headline') }));
  await changedLayout.see(like('popup.contactStatus.onList', { list: 'EU founders' }));
  await shoot('popup-14-changed-layout', changedLayout);
  await changedLayout.evaluate('navigator.clipboard.writeText = () => Promise.resolve()');
  await changedLayout.click('button', begins('popup.report.copy'));
  await changedLayout.see(like('popup.report.copied'));
  await shoot('popup-15-report-copied', changedLayout);
  await world.closePopup(changedLayout);
  const byHand = await world.popup(await world.visit('/in/teo-larsen-test/?without=location'));
  await byHand.see(like('popup.layout.lost', { fields: text('popup.layout.location') }));
  await byHand.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("closed"))');
  await byHand.click('button', begins('popup.report.copy'));
  await byHand.has('textbox', begins('popup.report.shown'));
  await shoot('popup-16-report-by-hand', byHand);
  await world.closePopup(byHand);
  await see('popup-26-looking', '/messaging/thread/2-group/', like('popup.people.reading'));
  await see('popup-17-unreadable', '/in/slow-person/', like('popup.layout.unreadable'));
  await see('popup-18-thread', threadWith(ana), like('popup.contactStatus.onList', { list: 'EU founders' }));
  await see('popup-19-group', '/messaging/thread/2-group/', like('popup.thread.none.title'));
  await see('popup-20-recruiter', `${inRecruiter(ana)}?linked=none`, like('popup.recruiter.none.title'));
  await see('popup-21-few-people', '/search/results/people/?keywords=some', like('popup.people.count', { count: 3 }));
  await see('popup-22-no-people', '/search/results/people/?keywords=none', like('popup.people.none.title'));
  const many = await world.popup(await world.visit('/search/results/people/'));
  await many.see(like('popup.people.count', { count: 10 }));
  await shoot('popup-23-people', many);
  await many.type('no such person');
  await many.see(like('popup.people.noMatch'));
  await shoot('popup-24-no-match', many);
  await many.press('a', { ctrl: true });
  await many.type('duarte');
  await many.press('Enter');
  await many.see(like('popup.contactStatus.onList', { list: 'EU founders' }));
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
