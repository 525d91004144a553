import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { inputs } from '../../../lib/messaging/protocol';
import { titleOf } from '../../faults/catalogue/table/catalogue';
import { skeletonPage } from '../../linkedin/pages/other';
import { amara } from '../../linkedin/samples/cast/latin';
import { profilePage } from '../../linkedin/site';
import { addTo } from '../../screens/popup';
import { begins, like } from '../../screens/texts';
import { EXTENSION } from '../../support/browser/launch';
import { expect, test } from '../../support/browser/fixtures';
import { jonas, mira } from '../../support/cast';

const HERS = `/in/${mira.slug}/`;

/** A page with a script of its own in its head. */
const withScript = (html: string, script: string): string =>
  html.replace('</head>', () => `<script>${script}</script></head>`);

/** Every shipped file. */
const FILES = readdirSync(EXTENSION, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(EXTENSION.length + 1));

test(titleOf('P1'), async ({ connected }) => {
  const [worker] = connected.context.serviceWorkers();
  await worker?.evaluate(`globalThis.heard = [];
    chrome.runtime.onMessage.addListener((message, { origin }) => {
      if (origin === 'https://www.linkedin.com') heard.push(message);
    });`);
  const page = await connected.visit(HERS);
  const popup = await connected.popup(page);
  await popup.see(like('popup.person.fromPage'));
  const posted = await page.evaluate(async (names) => {
    let arrived = 0;
    addEventListener('message', () => (arrived += 1));
    for (let time = 0; time < 1_000; time += 1) {
      for (const name of names) window.postMessage({ name, input: {}, type: name }, '*');
    }
    while (arrived < 1_000 * names.length) await new Promise((resolve) => setTimeout(resolve));
    return arrived;
  }, Object.keys(inputs));
  expect(posted).toBeGreaterThan(20_000);
  // A message of ours that is sent later has arrived, so any of the page's would have too.
  await popup.evaluate('chrome.runtime.sendMessage({ name: "session.get", input: {} })');
  expect(await worker?.evaluate('globalThis.heard')).toEqual([]);
});

test(titleOf('P2'), async ({ connected }) => {
  const forging = `
    const names = ['wxt:content-script-started', '${connected.extensionId}:reader:wxt:content-script-started'];
    setInterval(() => {
      for (const target of [window, document, document.documentElement]) {
        for (const name of names) {
          target.dispatchEvent(new CustomEvent(name, { detail: { contentScriptName: 'reader', messageId: String(Math.random()) } }));
        }
      }
      for (const type of names) window.postMessage({ type, contentScriptName: 'reader', messageId: String(Math.random()) }, '*');
    }, 10);`;
  const page = await connected.visitHtml(HERS, withScript(skeletonPage(), forging));
  const popup = await connected.popup(page);
  await popup.see(like('popup.person.reading'));
  await page.evaluate((html) => {
    const next = new DOMParser().parseFromString(html, 'text/html');
    document.title = next.title;
    document.body.replaceChildren(...next.body.childNodes);
  }, profilePage(mira));
  await popup.see(like('popup.person.fromPage'));
  expect(await popup.text()).toContain(mira.name);
});

test(titleOf('P3'), async ({ connected }) => {
  const page = await connected.visitHtml(`/in/${amara.slug}/`, profilePage(amara));
  const snapshot = () => page.evaluate('document.documentElement.outerHTML');
  const globals = () => page.evaluate('Object.getOwnPropertyNames(window).sort()');
  const before = [await snapshot(), await globals()];
  connected.sites.linkedin.reset();

  const popup = await connected.popup(page);
  await popup.see(like('popup.contactStatus.absent'));
  expect([await snapshot(), await globals()]).toEqual(before);
  await addTo(popup, 'Nordic procurement');
  expect([await snapshot(), await globals()]).toEqual(before);
  expect(connected.sites.linkedin.requests()).toEqual([]);

  const seen = await page.evaluate<{ messages: string[]; events: string[]; runtime: string }>('window.__page');
  expect(seen).toMatchObject({ messages: [], events: [], runtime: 'undefined' });
  expect(await idAnywhere(page, connected.extensionId)).toBe(false);
});

/** Whether a script of the page finds the extension's id: in its markup, its loaded files, its storage or its errors. */
function idAnywhere(page: Page, id: string): Promise<boolean> {
  return page.evaluate(
    (wanted) =>
      [
        document.documentElement.outerHTML,
        JSON.stringify(performance.getEntries()),
        JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
        document.cookie,
        String(new Error('here').stack),
      ]
        .join('\n')
        .includes(wanted),
    id,
  );
}

/** In its head: the page removes every node that it did not have when it had loaded, and undoes every other change. */
const DEFENCE = `
  addEventListener('load', () => {
    const own = new Set();
    const collect = (node) => { own.add(node); node.childNodes.forEach(collect); };
    collect(document);
    const foreign = [];
    const everything = { subtree: true, childList: true, attributes: true, characterData: true, attributeOldValue: true };
    new MutationObserver((records) => {
      for (const { type, target, addedNodes, attributeName, oldValue } of records) {
        foreign.push(type + ' ' + target.nodeName);
        for (const node of addedNodes) if (!own.has(node)) node.remove();
        if (type === 'attributes' && oldValue === null) target.removeAttribute(attributeName);
      }
    }).observe(document, everything);
    const added = () => {
      const now = [];
      const walk = (node) => { if (!own.has(node)) now.push(node.nodeName); node.childNodes.forEach(walk); };
      walk(document);
      return now;
    };
    window.defence = () => ({ foreign, added: added() });
  });`;

test(titleOf('P20'), async ({ connected }) => {
  const page = await connected.visitHtml(`/in/${jonas.slug}/`, withScript(profilePage(jonas), DEFENCE));
  const popup = await connected.popup(page);
  await popup.see(like('popup.contactStatus.onList', { list: 'EU founders' }));
  await popup.click('button', begins('popup.add.openConversation'));
  const panel = await connected.panel();
  await panel.see(/Jonas Berg/u);
  expect(await page.evaluate('window.defence()')).toEqual({ foreign: [], added: [] });
});

test(titleOf('P4'), async ({ connected }) => {
  expect(FILES.length).toBeGreaterThan(10);
  const page = await connected.visitHtml(HERS, profilePage(mira));
  const reached = await page.evaluate(
    async ({ id, names }) => {
      const loaded = (tag: string, name: string, url: string): Promise<string | null> =>
        new Promise((resolve) => {
          const element = Object.assign(document.createElement(tag), { rel: 'stylesheet', src: url, href: url });
          element.onload = () => {
            resolve(`${tag} ${name}`);
          };
          element.onerror = () => {
            resolve(null);
          };
          document.body.append(element);
        });
      const tried = await Promise.all(
        names.flatMap((name) => {
          const url = `chrome-extension://${id}/${name}`;
          const fetched = fetch(url).then(
            () => `fetch ${name}`,
            () => null,
          );
          return [fetched, ...['img', 'script', 'link'].map((tag) => loaded(tag, name, url))];
        }),
      );
      return tried.filter((name) => name !== null);
    },
    { id: connected.extensionId, names: FILES },
  );
  expect(reached).toEqual([]);
});

test(titleOf('D9'), async ({ connected }) => {
  const pages = FILES.filter((file) => file.endsWith('.html'));
  expect(pages).toContain('sidepanel.html');
  const page = await connected.visitHtml(HERS, profilePage(mira));
  await page.evaluate(
    async ({ id, names }) => {
      const frames = names.map((name) =>
        Object.assign(document.createElement('iframe'), { src: `chrome-extension://${id}/${name}` }),
      );
      const loaded = frames.map((frame) => new Promise((resolve) => frame.addEventListener('load', resolve)));
      document.body.append(...frames);
      await Promise.all(loaded);
    },
    { id: connected.extensionId, names: pages },
  );
  const framed = page.frames().filter((frame) => frame !== page.mainFrame());
  expect(framed.map((frame) => frame.url())).toEqual(pages.map(() => 'chrome-error://chromewebdata/'));
});

test(titleOf('P5'), async ({ connected }) => {
  const page = await connected.visit(HERS);
  const sent = await page.evaluate(
    (id) =>
      Promise.resolve(id)
        .then((target) => chrome.runtime.sendMessage(target, { name: 'session.get' }))
        .then(String, String),
    connected.extensionId,
  );
  expect(sent).toMatch(/TypeError: Cannot read properties of undefined \(reading 'sendMessage'\)/u);
});
