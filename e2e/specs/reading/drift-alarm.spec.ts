import { addTo, chooseList } from '../../screens/popup';
import { cast } from '../../support/cast';
import { expect, test } from '../../support/browser/fixtures';

/** The text that the user would paste. */
const PASTED = 'navigator.clipboard.readText()';

test('shows what LinkedIn changed, offers a report without names, and still adds', async ({ world }) => {
  await world.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await world.connect();
  const page = await world.visit('/in/mira-okonkwo/?without=headline');
  const snapshot = () => page.evaluate('document.documentElement.outerHTML');
  const before = await snapshot();
  const popup = await world.popup(page);
  await popup.see(/LinkedIn changed; the headline could not be read\. Adding still works\./u);
  await popup.click('button', /^Copy page report/u);
  await popup.see(/Copied/u);

  const report = await popup.evaluate<string>(PASTED);
  expect(report).toMatch(/^Shortlist \d+\.\d+\.\d+, page report: structure only/u);
  expect(report).toMatch(/page profile, classic; drift headline; missing headline/u);
  expect(report).toMatch(/section\.artdeco-card \[data-member-id\]/u);
  const personal = cast.flatMap(({ firstName, lastName, slug, memberId, company }) => [
    firstName,
    lastName,
    slug,
    memberId,
    company,
  ]);
  expect(personal.filter((word) => report.includes(word))).toEqual([]);
  expect(await snapshot()).toBe(before);

  await addTo(popup, 'Nordic procurement');
});

test('offers the report when a profile page never shows its person', async ({ world }) => {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/slow-person/'));
  await popup.see(/LinkedIn may have changed; this page could not be read/u);
  await popup.has('button', /^Copy page report/u);
  await chooseList(popup, 'Nordic procurement');
});

test('shows the report for copying by hand when the clipboard is blocked', async ({ world }) => {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/?without=location'));
  await popup.see(/the location could not be read/u);
  await popup.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("closed"))');
  await popup.click('button', /^Copy page report/u);
  await popup.has('textbox', /^Page report/u);
  expect(await popup.evaluate<string>('getSelection().toString()')).toMatch(/drift location/u);
  expect(await popup.axe()).toEqual([]);
});

test('shows no warning on a complete page, on a sign-in page and on a page below the profile', async ({ world }) => {
  await world.connect();
  for (const [path, words] of [
    ['/in/mira-okonkwo/', /From this page/u],
    ['/in/walled-off-person/', /LinkedIn hides this page until you sign in/u],
    ['/in/mira-okonkwo/details/experience/', /Open the profile itself to see details/u],
  ] as const) {
    const popup = await world.popup(await world.visit(path));
    await popup.see(words);
    await popup.see(/Not in GetSales/u);
    expect(await popup.names('button')).not.toContain('Copy page report');
    await world.closePopup(popup);
  }
});
