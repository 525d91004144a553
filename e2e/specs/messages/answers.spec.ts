import type { Page } from '@playwright/test';
import { openConversation, write } from '../../screens/panel';
import { chooseList } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { mira } from '../../support/cast';
import { expect, test } from '../../support/browser/fixtures';
import { addedNamesake } from '../../support/namesake';
import { begins, like, text } from '../../screens/texts';

/** All items of the extension's storage areas and databases, as text. */
function storedText(options: Page): Promise<string> {
  return options.evaluate(async () => {
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('unreadable'));
        };
      });
    const kept: unknown[] = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
    for (const { name } of await indexedDB.databases()) {
      const database = await read(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        kept.push(name, await read(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify(kept);
  });
}

test('neither shows nor stores a key that GetSales repeats in an error', async ({ world }) => {
  const { control, key } = world.sites.getsales;
  const refusal = { status: 422, body: { kind: 'json', value: { error: { message: `Bearer ${key} no` } } } } as const;
  const options = await world.connect();
  control.fault({ path: '/leads/api/leads/upsert', effect: refusal });
  control.fault({ method: 'POST', path: '/flows/api/linkedin-messages', effect: refusal });

  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(/Bearer \[key removed\] no/u);
  const shown = [await popup.text()];
  await world.closePopup(popup);

  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  await write(panel, 'Hello');
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(/Bearer \[key removed\] no/u);
  shown.push(await panel.text());
  await world.closePanel(panel);

  await options.bringToFront();
  await options.reload();
  await expect(options.getByRole('listitem').filter({ hasText: 'Mira Okonkwo' })).toContainText(
    like('activity.is.notAdded'),
  );
  shown.push(await options.locator('body').innerText());

  const stored = await storedText(options);
  expect(stored).toContain('Bearer [key removed] no');
  for (const part of key.split('.')) expect([...shown, stored].join('\n')).not.toContain(part);
});

test('an add that GetSales answers with another contact names the match and is not called added', async ({ world }) => {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  await addedNamesake(world, mira);
  const before = control.contact('mira-namesake');
  control.clearRequests();

  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(like('popup.result.matchedOther'));
  await popup.see(like('popup.result.matchedBody', { contact: 'Mira Okonkwo, Nordlys Energy' }));
  expect((await popup.names('button')).filter((name) => /undo/iu.test(name))).toEqual([]);
  const link = await popup.evaluate<string>('document.querySelector("a[href*=contacts]").href');
  const id = /"uuid":"([^"]+)"/u.exec(JSON.stringify(before))?.[1] ?? '';
  expect(link).toBe(`https://amazing.getsales.io/crm/contacts/${id}`);
  await world.closePopup(popup);

  const again = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await again.see(like('popup.result.matchedOther'));
  await again.see(like('popup.contactStatus.absent'));
  await world.closePopup(again);

  await options.bringToFront();
  const entry = options
    .getByRole('listitem')
    .filter({ hasText: text('activity.act.add', { list: 'Nordic procurement' }) });
  await expect(entry).toContainText(text('activity.is.matchedOther', { contact: 'Mira Okonkwo, Nordlys Energy' }));
  await expect(entry.getByRole('link', { name: like('common.openInGetSales') })).toHaveAttribute('href', link);
  await expect(entry.getByRole('button', { name: begins('common.retry') })).toHaveCount(0);
  await options
    .getByLabel(text('activity.show'), { exact: true })
    .selectOption({ label: text('activity.show.failed') });
  await expect(entry).toBeVisible();

  expect(control.contact('mira-namesake')).toEqual(before);
  expect(control.contact('mira-okonkwo')).toBeNull();
  expect(writesOf(control)).toEqual([UPSERT]);
});
