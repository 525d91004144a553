import { defineConfig } from 'wxt';

/** The only host that receives the key. */
const API_ORIGIN = 'https://amazing.getsales.io';
const LINKEDIN_ORIGIN = 'https://www.linkedin.com';
const OLDEST_CHROME = '140';
const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'activeTab', 'scripting'];

/** `frames`: the pages that extension pages may frame and be framed by. */
const policyOf = (frames: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${API_ORIGIN}`,
    `frame-src ${frames}`,
    "object-src 'none'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frames}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/**
 * Removes WXT's wrapper: it only starts plugins and development logging, and takes 130 bytes of the reader's 8 kB. The
 * worker of `npm run dev` keeps it, because it reloads the extension.
 */
const bareScripts = (command: 'build' | 'serve') => ({
  name: 'bare-scripts',
  transform: (code: string, id: string) =>
    id.includes('virtual:wxt-unlisted-script-entrypoint') ||
    (command === 'build' && id.includes('virtual:wxt-background-entrypoint'))
      ? code.replace(/^\/\/#region[^]*$/mu, 'export default definition.main();')
      : undefined,
});

/**
 * Lets the build leave out downshift's hooks that Shortlist does not use: as it ships, each is kept by a value that is
 * assigned to it.
 */
const onlyCombobox = {
  name: 'only-combobox',
  transform: (code: string, id: string) =>
    id.includes('/downshift/dist/')
      ? code.replaceAll(/^use(?:Select|MultipleSelection|TagGroup)\.stateChangeTypes = .*$/gmu, '')
      : undefined,
};

/** What every page loads: packages, controls, texts, and how a page is mounted and asks the worker. */
const COMMON = [
  /node_modules\/(?:react|scheduler|wxt|@wxt-dev|@tanstack)/,
  /components\/(?:theme|ui)\/(?:base|tokens|Button|Field|IconButton|TextField|Notice|NotLoaded|Hidden|classes|icons)/,
  /lib\/(?:browser\/open-page|i18n\/(?:text|languages)|settings\/first-paint|messaging\/call)/,
  /lib\/ui\/(?:page\/(?:mount|page-texts|use-focus)|worker\/(?:use-se|worker-q))/,
];

/** Puts that into one chunk: in several, which parts that are loaded later would make of it, it compresses less. */
const oneCommonChunk = {
  name: 'one-common-chunk',
  outputOptions: (options: { readonly codeSplitting?: unknown }) =>
    options.codeSplitting === false
      ? null
      : {
          ...options,
          codeSplitting: { groups: [{ name: 'mount', test: (id: string) => COMMON.some((each) => each.test(id)) }] },
        },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  vite: ({ command }) => ({
    build: { sourcemap: false, modulePreload: false, target: `chrome${OLDEST_CHROME}` },
    plugins: [bareScripts(command), onlyCombobox, oneCommonChunk],
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Shortlist',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    action: { default_title: '__MSG_extensionName__' },
    minimum_chrome_version: OLDEST_CHROME,
    // Firefox warns about permissions that it does not have.
    permissions: [...PERMISSIONS, ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen'])],
    host_permissions: [`${API_ORIGIN}/*`],
    optional_host_permissions: [`${LINKEDIN_ORIGIN}/*`],
    incognito: 'not_allowed',
    externally_connectable: { ids: [] },
    // Only the page in lib/single-use frames itself; all other framing is forbidden.
    content_security_policy: { extension_pages: policyOf(browser === 'firefox' ? "'none'" : "'self'") },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+S' } } },
  }),
});
