import { readdirSync } from 'node:fs';
import { chooseList } from '../../screens/popup';
import { expect, test } from '../../support/browser/fixtures';
import { EXTENSION } from '../../support/browser/launch';

test('leaves no trace on the page before, during and after an add', async ({ world }) => {
  await world.connect();
  const page = await world.visit('/in/mira-okonkwo/');
  const snapshot = () => page.evaluate('document.documentElement.outerHTML');
  const untouched = await snapshot();
  world.sites.linkedin.reset();

  const popup = await world.popup(page);
  await popup.see(/Not in GetSales/u);
  expect(await snapshot()).toBe(untouched);
  await chooseList(popup, 'Nordic procurement');
  await popup.click('button', /^Add to Nordic procurement/u);
  await popup.see(/Added to Nordic procurement/u);
  expect(await snapshot()).toBe(untouched);
  expect(world.sites.linkedin.requests()).toEqual([]);

  const seen = await page.evaluate<{ messages: string[]; events: string[]; runtime: string; traces: boolean }>(
    '({ ...window.__page, traces: window.__page.traces() })',
  );
  expect(seen).toMatchObject({ messages: [], events: [], runtime: 'undefined', traces: false });
});

test('no file of the extension can be fetched or framed by the page', async ({ world }) => {
  const page = await world.visit('/in/mira-okonkwo/');
  const files = readdirSync(EXTENSION, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(EXTENSION.length + 1));
  expect(files.length).toBeGreaterThan(10);
  const reachable = await page.evaluate(
    async ({ id, names }) => {
      const tried = await Promise.all(
        names.map((name) =>
          fetch(`chrome-extension://${id}/${name}`).then(
            () => name,
            () => null,
          ),
        ),
      );
      return tried.filter((name) => name !== null);
    },
    { id: world.extensionId, names: files },
  );
  expect(reachable).toEqual([]);
});
