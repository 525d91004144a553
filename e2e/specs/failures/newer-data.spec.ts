import { DATABASE } from '../../../lib/outbox/database';
import { openConversation, write } from '../../screens/panel';
import { chooseList } from '../../screens/popup';
import { writesOf } from '../../screens/requests';
import { begins, inOrder, like, text } from '../../screens/texts';
import { expect, test } from '../../support/browser/fixtures';

const NEWER = inOrder(text('error.storageNewer.title'), text('error.storageNewer.body'));

test('says on every screen that a newer version wrote the data, offers the update, and sends and changes nothing', async ({
  world,
}) => {
  const { control } = world.sites.getsales;
  const options = await world.connect();
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/introduce you/u);
  const version = await options.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open(name, 99);
        opening.onsuccess = () => {
          opening.result.close();
          resolve(opening.result.version);
        };
      }),
    DATABASE,
  );
  expect(version).toBe(99);
  await write(panel, 'Nobody gets this');
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(NEWER);
  await panel.has('button', begins('error.storageNewer.update'));
  expect(await panel.evaluate<string>('document.querySelector("textarea").value')).toBe('Nobody gets this');
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/'));
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
  await popup.see(NEWER);
  await popup.has('button', begins('error.storageNewer.update'));
  await world.closePopup(popup);
  await options.reload();
  const notice = options.getByRole('alert').filter({ hasText: text('error.storageNewer.title') });
  await notice.getByRole('button', { name: text('error.storageNewer.update') }).click();
  await expect(notice).toContainText(text('error.storageNewer.none'));
  expect(writesOf(control)).toEqual([]);
});
