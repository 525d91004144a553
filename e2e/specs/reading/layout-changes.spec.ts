import { addTo } from '../../screens/popup';
import { cast } from '../../support/cast';
import { expect, test } from '../../support/browser/fixtures';
import { begins, like, text } from '../../screens/texts';

/** The text that the user would paste. */
const PASTED = 'navigator.clipboard.readText()';

test('shows what LinkedIn changed, offers a report without names, and still adds', async ({ world }) => {
  await world.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await world.connect();
  const page = await world.visit('/in/mira-okonkwo/?without=headline');
  const snapshot = () => page.evaluate('document.documentElement.outerHTML');
  const before = await snapshot();
  const popup = await world.popup(page);
  await popup.see(like('popup.layout.lost', { fields: text('popup.layout.headline') }));
  await popup.click('button', begins('popup.report.copy'));
  await popup.see(like('popup.report.copied'));

  const report = await popup.evaluate<string>(PASTED);
  expect(report).toMatch(/^Shortlist \d+\.\d+\.\d+, page report: structure only/u);
  expect(report).toMatch(/page profile, classic; unexpected layout headline; missing headline/u);
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

test('shows the report for copying by hand when the clipboard is blocked', async ({ world }) => {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/?without=location'));
  await popup.see(like('popup.layout.lost', { fields: text('popup.layout.location') }));
  await popup.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("closed"))');
  await popup.click('button', begins('popup.report.copy'));
  await popup.has('textbox', begins('popup.report.shown'));
  expect(await popup.evaluate<string>('getSelection().toString()')).toMatch(/unexpected layout location/u);
  expect(await popup.axe()).toEqual([]);
});

test('shows no warning on a complete page, on a sign-in page and on pages below the profile', async ({ world }) => {
  await world.connect();
  for (const [path, words] of [
    ['/in/mira-okonkwo/', like('popup.person.fromPage')],
    ['/in/walled-off-person/', like('popup.person.walled')],
    ['/in/mira-okonkwo/details/experience/', like('popup.person.fromPage')],
    ['/in/mira-okonkwo/details/skills/', like('popup.person.detail')],
  ] as const) {
    const popup = await world.popup(await world.visit(path));
    await popup.see(words);
    await popup.see(like('popup.contactStatus.absent'));
    expect(await popup.names('button')).not.toContain('Copy page report');
    await world.closePopup(popup);
  }
});
