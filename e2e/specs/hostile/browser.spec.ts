import { readdirSync } from 'node:fs';
import { titleOf } from '../../faults/catalogue/table/catalogue';
import { addTo } from '../../screens/popup';
import { EXTENSION } from '../../support/browser/launch';
import { expect, test } from '../../support/browser/fixtures';
import { mira } from '../../support/cast';

const PAGES = readdirSync(EXTENSION).filter((file) => file.endsWith('.html'));

/** Tries everything that the policy forbids, and lists the directives that stopped it and what got through. */
const attempts = `(async () => {
  const stopped = new Set();
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => stopped.add(effectiveDirective));
  const through = [];
  const attempt = (act) => { try { act(); return true; } catch { return false; } };
  const add = (tag, properties) => new Promise((resolve) => {
    const element = Object.assign(document.createElement(tag), { onerror: resolve });
    // A blocked frame loads too: an error page.
    element.onload = () => { if (tag !== 'iframe') through.push(tag); resolve(); };
    if (attempt(() => Object.assign(element, properties))) document.body.append(element);
    else resolve();
  });
  const inline = document.createElement('script');
  inline.append('window.ranInline = 1');
  attempt(() => document.body.append(inline));
  // Not within this evaluation, which DevTools exempts from the policy on eval.
  await new Promise((resolve) => setTimeout(() => {
    attempt(() => { (0, eval)('window.ranEval = 1'); });
    attempt(() => { document.body.insertAdjacentHTML('beforeend', '<b onclick="window.ranHandler = 1">'); });
    resolve();
  }));
  const remote = 'https://www.linkedin.com/feed/';
  await add('script', { src: remote + 'x.js' });
  await add('img', { src: remote + 'x.png' });
  await add('link', { rel: 'stylesheet', href: remote + 'x.css' });
  await add('iframe', { src: remote });
  await new FontFace('remote', 'url(' + remote + 'x.woff)').load().then(() => through.push('font'), () => 0);
  await fetch(remote).then(() => through.push('fetch'), () => 0);
  const base = document.head.appendChild(document.createElement('base'));
  base.href = remote;
  if (document.baseURI.startsWith(remote)) through.push('base');
  const form = Object.assign(document.createElement('form'), { method: 'post', action: remote });
  document.body.append(form);
  const refused = new Promise((resolve) => document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => { if (effectiveDirective === 'form-action') resolve(); }));
  form.submit();
  await refused;
  for (const name of ['ranInline', 'ranEval', 'ranHandler']) if (name in window) through.push(name);
  return { stopped: [...stopped].sort(), through };
})()`;

test(titleOf('D8'), async ({ connected }) => {
  const profile = await connected.visit(`/in/${mira.slug}/`);
  await addTo(await connected.popup(profile), 'Nordic procurement');
  expect(await connected.takeObserved()).toEqual({ errors: [], hosts: [] });
  connected.sites.linkedin.reset();
  for (const file of PAGES) {
    const page = await connected.context.newPage();
    // The single-use page closes itself when the worker serves it no connection.
    await page.addInitScript('window.close = () => undefined');
    await page.goto(`chrome-extension://${connected.extensionId}/${file}`);
    const { stopped, through } = await page.evaluate<{ stopped: string[]; through: string[] }>(attempts);
    expect(through).toEqual([]);
    expect(stopped).toEqual([
      'base-uri',
      'connect-src',
      'font-src',
      'form-action',
      'frame-src',
      'img-src',
      'require-trusted-types-for',
      'style-src-elem',
    ]);
    expect(page.url()).toContain(`chrome-extension://${connected.extensionId}/`);
  }
  expect(connected.sites.linkedin.requests()).toEqual([]);
  const { errors, hosts } = await connected.takeObserved();
  expect(errors.filter((each) => !/This document requires|Content Security Policy/u.test(each))).toEqual([]);
  expect(hosts).toEqual(['www.linkedin.com']);
});

test(titleOf('L15'), async ({ connected }) => {
  const page = await connected.context.newPage();
  await page.goto('chrome://extensions/');
  const access = await page.evaluate(`(async () => {
    const extensionId = ${JSON.stringify(connected.extensionId)};
    await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    return (await chrome.developerPrivate.getExtensionInfo(extensionId)).incognitoAccess;
  })()`);
  expect(access).toEqual({ isEnabled: false, isActive: false });
});
