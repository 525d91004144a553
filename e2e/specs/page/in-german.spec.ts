import { askToSignOut } from '../../screens/options';
import { openConversation, pin, write } from '../../screens/panel';
import { addTo } from '../../screens/popup';
import { SEND, UPSERT, writesOf } from '../../screens/requests';
import { begins, like, speak, text } from '../../screens/texts';
import { expect, test } from '../../support/browser/fixtures';
import { storedDrafts } from '../../support/browser/stored';

test.use({ language: 'de' });

test('connects a key, adds a person and sends a message in a German browser', async ({ world }) => {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  await expect(options.locator('html')).toHaveAttribute('lang', 'de');
  await expect(options.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(options).toHaveTitle('Einstellungen – Shortlist for GetSales');
  await expect(options.getByText('Verbunden als Mara Lind')).toBeVisible();
  await expect(options.getByLabel(text('options.language.label'))).toHaveValue('');

  const page = await world.visit('/in/mira-okonkwo/');
  const popup = await world.popup(page);
  await popup.see(/Nicht in GetSales/u);
  await addTo(popup, 'Nordic procurement');
  await popup.see(/Zu Nordic procurement hinzugefügt/u);
  expect(await popup.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await popup.axe()).toEqual([]);
  expect(writesOf(control)).toEqual([UPSERT]);

  await page.goto('https://www.linkedin.com/in/jonas-berg-x3/');
  const panel = await openConversation(world, page);
  await panel.see(/introduce you/u);
  await write(panel, 'Donnerstag um zehn passt.');
  await panel.see(/25 \/ 8\.000/u);
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(like('panel.live.accepted', { person: 'Jonas Berg' }));
  expect(await panel.axe()).toEqual([]);
  expect(writesOf(control)).toEqual([UPSERT, SEND]);
});

test('follows the choice of language on open pages at once, and it survives signing out', async ({ world }) => {
  const options = await world.connect();
  const page = await world.visit('/in/jonas-berg-x3/');
  const panel = await openConversation(world, page);
  await panel.see(/introduce you/u);
  await pin(panel);
  await write(panel, 'Ein halber Gedanke');
  await expect.poll(() => storedDrafts(options)).toContain('Ein halber Gedanke');
  await options.bringToFront();
  const choice = options.getByLabel('Sprache');
  await choice.focus();
  await choice.selectOption({ label: 'English' });

  await speak('en');
  await expect(options.getByText(text('options.account.connected', { name: 'Mara Lind' }))).toBeVisible();
  await expect(options.locator('html')).toHaveAttribute('lang', 'en');
  await expect(options.getByLabel('Language')).toBeFocused();
  await panel.has('textbox', begins('panel.composer.text', { person: 'Jonas Berg' }));
  expect(await panel.evaluate('document.querySelector("textarea").value')).toBe('Ein halber Gedanke');

  const dialog = await askToSignOut(world);
  // Asks again when the losses are not counted yet.
  await expect(dialog).toContainText(text('options.pending.drafts', { count: 1 }));
  await dialog.getByRole('button', { name: text('options.signOut.confirm') }).click();
  await expect(options.getByText(text('options.signOut.done'))).toBeVisible();
  await expect(options.getByLabel('Language')).toHaveValue('en');
  await expect(options.locator('html')).toHaveAttribute('lang', 'en');

  await options.getByLabel('Language').selectOption({ label: text('options.language.browser') });
  await speak('de');
  await expect(options.getByText(text('options.lead.setup'))).toBeVisible();
});

test('shows messages and why one was not retried in the language chosen afterwards', async ({ world }) => {
  const { control } = world.sites.getsales;
  control.failNextMessages('Not connected with this contact');
  control.setMessageTiming({ inProgressMs: 0, doneMs: 0 });
  const options = await world.connect();
  await options.getByLabel(text('options.defaults.undo')).selectOption({ label: text('options.defaults.undoNone') });
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, 'Donnerstag um zehn passt.');
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(like('panel.status.failedBecause', { reason: 'Not connected with this contact' }));
  control.fault({
    method: 'PUT',
    path: '/flows/api/linkedin-messages/*/retry',
    effect: { status: 403, body: { kind: 'empty' } },
  });
  await panel.click('button', begins('common.retry'));
  await panel.see(like('panel.failed.notRetried'));

  await pin(panel);
  await options.bringToFront();
  await options.getByLabel('Sprache').selectOption({ label: 'English' });
  await speak('en');
  await panel.see(like('panel.status.failedBecause', { reason: 'Not connected with this contact' }));
  await panel.see(like('panel.failed.notRetried'));
});
