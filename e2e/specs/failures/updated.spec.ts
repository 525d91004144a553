import { titleOf } from '../../faults/catalogue/table/catalogue';
import { openConversation, status, write } from '../../screens/panel';
import { SEND, writesOf } from '../../screens/requests';
import { begins, inOrder, like, text } from '../../screens/texts';
import { expect, test } from '../../support/browser/fixtures';
import { recordsOf, storedDrafts } from '../../support/browser/stored';

const MESSAGES = '/flows/api/linkedin-messages';
const TEXT = 'Sent while the extension is updated';

const SENT = { name: 'sent', shown: inOrder(TEXT, status('sent')) };
const UNKNOWN = { name: 'unknown', shown: like('panel.unconfirmed.title') };

// The browser replaces the extension as it does for an update: worker and pages end at once, and what is stored stays.
for (const [what, connection, state] of [
  ['before the message is created', 'hang', UNKNOWN],
  ['after the message is created, before the answer', 'hang-after', SENT],
] as const) {
  test(titleOf('L6', what), async ({ world }) => {
    const { control } = world.sites.getsales;
    const options = await world.connect();
    await options.getByLabel(text('options.defaults.undo')).selectOption({ label: text('options.defaults.undoNone') });
    const tab = await world.visit('/in/jonas-berg-x3/');
    const panel = await openConversation(world, tab);
    await panel.see(/introduce you/u);
    await write(panel, TEXT);
    control.fault({ method: 'POST', path: MESSAGES, effect: { connection } });
    await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
    await expect.poll(() => writesOf(control)).toEqual([SEND]);
    await world.reload();
    await expect.poll(() => options.isClosed()).toBe(true);

    const activity = await world.context.newPage();
    await activity.goto(`chrome-extension://${world.extensionId}/options.html`);
    await expect.poll(() => recordsOf(activity)).toMatchObject([{ state: state.name }]);
    const again = await openConversation(world, tab);
    await again.see(/introduce you/u);
    await again.see(state.shown);
    expect(writesOf(control)).toEqual([SEND]);
  });
}

test('an update while the panel and the options are open keeps the draft and the key for when they are opened again', async ({
  world,
}) => {
  const options = await world.connect();
  const tab = await world.visit('/in/jonas-berg-x3/');
  const panel = await openConversation(world, tab);
  await panel.see(/introduce you/u);
  await write(panel, TEXT);
  await expect.poll(() => storedDrafts(options)).toContain(TEXT);
  await world.reload();
  await expect.poll(() => options.isClosed()).toBe(true);

  const again = await openConversation(world, tab);
  await again.see(/introduce you/u);
  await again.see(like('panel.composer.count', { count: TEXT.length, max: 8000 }));
  expect(await again.evaluate('document.querySelector("textarea").value')).toBe(TEXT);
  const reopened = await world.context.newPage();
  await reopened.goto(`chrome-extension://${world.extensionId}/options.html`);
  await expect(reopened.getByText(text('options.account.connected', { name: 'Mara Lind' }))).toBeVisible();
  expect(writesOf(world.sites.getsales.control)).toEqual([]);
});
