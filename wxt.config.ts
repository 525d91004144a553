import { defineConfig } from 'wxt';

/** The one host that ever receives the key. */
const API_ORIGIN = 'https://amazing.getsales.io';
const LINKEDIN_ORIGIN = 'https://www.linkedin.com';
const PERMISSIONS = ['storage', 'alarms', 'activeTab', 'scripting'];

/** `frames` says whose pages our own pages may hold, and by whom they may be held. */
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
 * An injected script without WXT's frame around it, which starts plugins that we do not have and reports to a console
 * that only development shows: of the 8 kB that a reader may have, they are 130 bytes.
 */
const bareScripts = {
  name: 'bare-scripts',
  transform: (code: string, id: string) =>
    id.includes('virtual:wxt-unlisted-script-entrypoint')
      ? code.replace(/^\/\/#region[^]*$/mu, 'export default definition.main();')
      : undefined,
};

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({ build: { sourcemap: false, modulePreload: false }, plugins: [bareScripts] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Shortlist',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    minimum_chrome_version: '140',
    // Firefox knows neither of the two, and warns of what it does not know.
    permissions: [...PERMISSIONS, ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen'])],
    host_permissions: [`${API_ORIGIN}/*`],
    optional_host_permissions: [`${LINKEDIN_ORIGIN}/*`],
    incognito: 'not_allowed',
    externally_connectable: { ids: [] },
    // The courier's page holds a frame of itself (lib/courier); nothing else may be framed, and nobody may frame us.
    content_security_policy: { extension_pages: policyOf(browser === 'firefox' ? "'none'" : "'self'") },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+S' } } },
  }),
});
