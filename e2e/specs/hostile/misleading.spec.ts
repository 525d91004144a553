import { botWall, refreshWall } from '../../linkedin/pages/refusals';
import { titleOf } from '../../faults/catalogue/table/catalogue';
import { skeletonPage, walledPage } from '../../linkedin/pages/other';
import { toHtml } from '../../linkedin/pages/tree';
import { willem } from '../../linkedin/samples/cast/latin';
import { profilePage } from '../../linkedin/site';
import { addTo } from '../../screens/popup';
import { anyOf, like, text } from '../../screens/texts';
import { watchInjected } from '../../support/browser/injected';
import { expect, test } from '../../support/browser/fixtures';
import { jonas, mira } from '../../support/cast';
import { writesOf } from '../../screens/requests';
import type { World } from '../../support/browser/world';
import * as z from 'zod/mini';

const HERS = `/in/${mira.slug}/`;
const READ = like('popup.person.fromPage');
const UNREADABLE = anyOf(text('popup.layout.unreadable'), text('popup.person.walled'), text('popup.person.unreadable'));

const withoutScript = (html: string): string => html.replaceAll(/<script src[^>]*><\/script>/gu, '');
const inHead = (html: string, part: string): string => html.replace('</head>', () => `${part}</head>`);
const inBody = (html: string, part: string): string => html.replace(/<body[^>]*>/u, (body) => body + part);
const inMain = (html: string, part: string): string => html.replace(/<main[^>]*>/u, (main) => main + part);

test(titleOf('P6'), async ({ connected }) => {
  const name = '<img src=x onerror="window.ran=1">"><svg onload="window.ran=1"> Willem';
  const headline = '</script><script>window.ran=1</script>{{7*7}}';
  const page = await connected.visitHtml(`/in/${willem.slug}/`, profilePage({ ...willem, name, headline }));
  const popup = await connected.popup(page);
  await popup.see(READ);
  expect(await popup.text()).toContain(name);
  expect(await popup.text()).toContain(headline);
  await addTo(popup, 'Nordic procurement');
  const { control } = connected.sites.getsales;
  expect(control.contact(willem.slug)).toMatchObject({ lead: { name, headline } });
  expect(await popup.evaluate('[typeof window.ran, document.querySelectorAll("img, svg[onload]").length]')).toEqual([
    'undefined',
    0,
  ]);
});

test(titleOf('P7'), async ({ connected }) => {
  const methods = [
    'querySelector',
    'querySelectorAll',
    'closest',
    'matches',
    'contains',
    'getAttribute',
    'textContent',
  ];
  const inputs = methods.map((name) => `<input name="${name}">`).join('');
  // In the extension's world only forms can be shadowed, so one of them claims to be a card of hers.
  const card = `<form componentkey="com.linkedin.sdui.profile.card.ref${mira.memberId}Poll">${inputs}</form>`;
  const shadows = [...methods, 'body', 'head', 'cookie', 'location'].map(
    (name) => `<form name="${name}">${inputs}</form><img name="${name}"><a id="${name}"></a>`,
  );
  const html = inMain(profilePage(mira, 'current'), card);
  const page = await connected.visitHtml(HERS, inBody(html, shadows.join('')));
  expect(await page.evaluate('typeof document.querySelectorAll')).not.toBe('function');
  const popup = await connected.popup(page);
  await popup.see(READ);
  for (const value of [mira.name, mira.headline, mira.company, mira.location]) {
    expect(await popup.text()).toContain(value);
  }
});

test(titleOf('P8'), async ({ connected }) => {
  const replacing = `<script>
    for (const name of ['map', 'filter', 'flatMap', 'find', 'some']) Array.prototype[name] = () => [];
    for (const name of ['trim', 'replace', 'slice', 'normalize']) String.prototype[name] = () => 'Decoy King';
    JSON.stringify = () => '"Decoy King"';
    Object.defineProperty(Node.prototype, 'textContent', { get: () => 'Decoy King' });
    Document.prototype.querySelectorAll = Element.prototype.querySelectorAll = () => [];
    Document.prototype.querySelector = Element.prototype.querySelector = () => null;
  </script>`;
  const page = await connected.visitHtml(HERS, inHead(profilePage(mira), replacing));
  const popup = await connected.popup(page);
  await popup.see(READ);
  expect(await popup.text()).toContain(mira.name);
  expect(await popup.text()).toContain(mira.headline);
  expect(await popup.text()).not.toContain('Decoy');
});

const HIS_CARD = /<section class="artdeco-card wQh[^]*?<\/section>/u.exec(profilePage(jonas, 'classic'))?.[0] ?? '';
const HER_CARD = /<section[^>]*(?:data-member-id|Topcard)[^>]*>/u;
const DECOYS = ['hidden', 'style="opacity:0"', 'style="position:absolute;left:-9999px"', 'style="display:none"'].map(
  (how) => `<h1 ${how}>Decoy King</h1>`,
);

for (const generation of ['classic', 'current'] as const) {
  test(titleOf('P9', generation), async ({ connected }) => {
    expect(HIS_CARD).toContain(jonas.headline);
    const decoys = DECOYS.join('');
    const html = profilePage(mira, generation).replace(HER_CARD, (card) => card + decoys);
    expect(html).toContain(`">${decoys}`);
    const page = await connected.visitHtml(HERS, inMain(html, decoys + HIS_CARD));
    const popup = await connected.popup(page);
    await popup.see(READ);
    expect(await popup.evaluate('document.querySelector("h1").textContent')).toBe(mira.name);
    expect(await popup.text()).not.toMatch(/Decoy|Jonas|Fjord/u);
    await addTo(popup, 'Nordic procurement');
    const { control } = connected.sites.getsales;
    expect(control.contact(mira.slug)).toMatchObject({
      lead: { name: mira.name, headline: mira.headline, company_name: mira.company },
    });
    expect(JSON.stringify(control.requests())).not.toMatch(/Decoy|Jonas|Fjord/u);
  });
}

test(titleOf('P11'), async ({ connected }) => {
  const page = await connected.visit(HERS);
  await page.evaluate(() => {
    history.pushState({}, '', '/in/victim-of-navigation/');
  });
  const popup = await connected.popup(page);
  await popup.see(UNREADABLE);
  expect(await popup.text()).toContain('victim-of-navigation');
  expect(await popup.text()).not.toMatch(/Mira|Nordlys/u);
});

test(titleOf('P12'), async ({ connected }) => {
  const his = `https://www.linkedin.com/in/${jonas.slug}/`;
  const lies = `<link rel="canonical" href="${his}"><meta property="og:url" content="${his}"><base href="${his}">`;
  const page = await connected.visitHtml(HERS, inHead(profilePage(mira), lies));
  const popup = await connected.popup(page);
  await popup.see(READ);
  expect(await popup.text()).toContain(mira.slug);
  expect(await popup.text()).toContain(mira.name);
  expect(await popup.text()).not.toMatch(/jonas/iu);
});

test(titleOf('P13'), async ({ connected }) => {
  const long = 'Mira'.repeat(250_000);
  const role = (position: string, dates: string): string =>
    `<li data-view-name="profile-component-entity">${[position, 'Nordlys Energy · Full-time', dates]
      .map((line) => `<span aria-hidden="true">${line}</span>`)
      .join('')}</li>`;
  const roles = role('Head of light', 'Jun 2024 - Present') + role('Clerk', '2001 - 2002').repeat(10_000);
  const deep = `<script>
    let at = document.body;
    for (let depth = 0; depth < 50; depth += 1) at = at.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  </script>`;
  const html = profilePage({ ...mira, name: long, headline: long, about: long }, 'classic');
  const huge = html
    .replace(/(?<=id="experience"[^]*?<ul>)[^]*?(?=<\/ul>)/u, () => roles)
    .replace('</main>', () => `${'<i></i>'.repeat(200_000)}${deep}</main>`);
  const page = await connected.visitHtml(HERS, huge);
  expect(await page.evaluate('document.querySelectorAll("ul > li > span").length')).toBeGreaterThan(30_000);
  const popup = await connected.popup(page);
  await popup.see(READ);
  await addTo(popup, 'Nordic procurement');
  const { control } = connected.sites.getsales;
  const upsert = control.requests().find(({ path }) => path.endsWith('/upsert'));
  expect(upsert?.body).toMatchObject({
    lead: {
      linkedin_id: mira.slug,
      name: long.slice(0, 400),
      headline: long.slice(0, 1_000),
      about: long.slice(0, 4_000),
    },
  });
});

test(titleOf('P14'), async ({ connected }) => {
  const storm = `<script>
    let changes = 0;
    addEventListener('load', () => {
      const parts = [...Array(100)].map(() => document.body.appendChild(document.createElement('i')));
      new MutationObserver((records) => { changes += records.length; }).observe(document, { subtree: true, childList: true });
      setInterval(() => { for (const part of parts) part.textContent = String(Math.random()); }, 10);
      setInterval(() => { document.title = document.title.endsWith(' ') ? document.title.trim() : document.title + ' '; }, 10);
    });
  </script>`;
  const page = await connected.visitHtml(HERS, inHead(profilePage(mira, 'current'), storm));
  const injected = await watchInjected(page, connected.extensionId);
  const popup = await connected.popup(page);
  await popup.see(READ);
  const before = await page.evaluate<number>('changes');
  await page.waitForFunction(`changes > ${before + 10_000}`);
  expect(injected.scripts()).toEqual(['/reader.js']);
});

test(titleOf('P15'), async ({ connected }) => {
  const page = await connected.visit(`${HERS}?render=classic`);
  const popup = await connected.popup(page);
  await popup.see(READ);
  /** The picture that the shipped reader finds after the page has put this address there. */
  const pictureAt = async (address: string): Promise<unknown> => {
    await page.evaluate((src) => {
      document.querySelector('.pv-top-card-profile-picture__image')?.setAttribute('src', src);
    }, address);
    return popup.evaluate(`chrome.tabs.query({ active: true, currentWindow: true })
      .then(([tab]) => chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/reader-classic.js'] }))
      .then(([{ result }]) => result.fields.avatar?.value ?? null)`);
  };
  const path = 'media.licdn.com/dms/image/v2/D4E03AQ/profile-displayphoto-shrink_800_800/0/1?e=1';
  for (const address of [
    'javascript:alert(1)//profile-displayphoto',
    'data:text/html,<script>profile-displayphoto</script>',
    'data:image/svg+xml,<svg onload="alert(1)"/>profile-displayphoto',
    'blob:https://www.linkedin.com/profile-displayphoto',
    `http://${path}`,
    '//evil.example/profile-displayphoto',
    `https://evil.example/${path}`,
    `https://media.licdn.com.evil.example/profile-displayphoto`,
    `https://media.licdn.com:444/profile-displayphoto`,
  ]) {
    expect([address, await pictureAt(address)]).toEqual([address, null]);
  }
  expect(await pictureAt(`https://${path}`)).toBe(`https://${path}`);
  expect(await popup.evaluate('document.images.length')).toBe(0);
});

test(titleOf('P16'), async ({ connected }) => {
  const hers = withoutScript(profilePage(mira)).replaceAll(/<img[^>]*>/gu, '');
  await connected.context.route('https://evil.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: hers }),
  );
  const framed = hers.replaceAll('"', '&quot;');
  const frames = [
    '<iframe src="https://evil.example/in/mira-okonkwo/"></iframe>',
    `<iframe sandbox="allow-scripts" srcdoc="${framed}"></iframe>`,
    '<iframe id="blank" src="about:blank"></iframe>',
    `<iframe srcdoc="${framed}"></iframe>`,
    '<iframe src="/in/jonas-berg-x3/"></iframe>',
  ];
  const page = await connected.visitHtml(HERS, inBody(walledPage(), frames.join('')));
  await page.evaluate((html) => {
    const blank = document.querySelector<HTMLIFrameElement>('#blank')?.contentDocument?.documentElement;
    if (blank !== undefined) blank.innerHTML = html;
  }, hers);
  const inner = page.mainFrame().childFrames();
  expect(inner).toHaveLength(frames.length);
  for (const frame of inner) await expect(frame.locator('main')).toContainText(/Mira Okonkwo|Jonas Berg/u);
  const sandboxed = inner.find((frame) => frame.url() === 'about:srcdoc') ?? page;
  const elsewhere = inner.find((frame) => frame.url().startsWith('https://evil.example/')) ?? page;
  const watched = await Promise.all(
    [page, elsewhere, sandboxed].map((each) => watchInjected(each, connected.extensionId)),
  );
  const popup = await connected.popup(page);
  await popup.see(UNREADABLE);
  expect(await popup.text()).not.toMatch(/Mira Okonkwo|Jonas/u);
  const cdp = await connected.context.newCDPSession(page);
  const { frameTree } = await cdp.send('Page.getFrameTree');
  expect(watched.map(({ frames: seen }) => [...new Set(seen())])).toEqual([[frameTree.frame.id], [], []]);
  await addTo(popup, 'Nordic procurement');
  expect(leadSent(connected)).toEqual({ linkedin_id: mira.slug, linkedin: mira.slug });
  const { errors, hosts } = await connected.takeObserved();
  // The browser prepares the connection of the frame that the test answers.
  expect([errors, hosts.filter((host) => host !== 'evil.example')]).toEqual([[], []]);
  await connected.context.unrouteAll();
});

/** What the only upsert says about the person. */
function leadSent({ sites }: World): unknown {
  const upserts = sites.getsales.control.requests().filter(({ path }) => path.endsWith('/upsert'));
  expect(upserts).toHaveLength(1);
  return z.object({ lead: z.unknown() }).parse(upserts[0]?.body).lead;
}

for (const [variant, status, html, message] of [
  ['a sign-in wall', 200, walledPage(), 'popup.person.walled'],
  ['a captcha', 200, toHtml(refreshWall()), 'popup.person.walled'],
  ['status 999', 999, toHtml(botWall()), 'popup.person.walled'],
  ['an empty skeleton', 200, skeletonPage(), 'popup.layout.unreadable'],
] as const) {
  test(titleOf('P19', variant), async ({ connected }) => {
    const page = await connected.context.newPage();
    await page.route(`**${HERS}`, (route) => route.fulfill({ status, contentType: 'text/html', body: html }));
    const answer = await page.goto(`https://www.linkedin.com${HERS}`);
    expect(answer?.status()).toBe(status);
    const popup = await connected.popup(page);
    await popup.see(like(message));
    expect(await popup.evaluate('document.querySelector("h1").textContent')).toBe(mira.slug);
    expect(await popup.text()).not.toMatch(/Mira Okonkwo|Join LinkedIn|Checking your/u);
    expect(writesOf(connected.sites.getsales.control)).toEqual([]);
    await addTo(popup, 'Nordic procurement');
    expect(leadSent(connected)).toEqual({ linkedin_id: mira.slug, linkedin: mira.slug });
  });
}
