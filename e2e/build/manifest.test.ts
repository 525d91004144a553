import { expect, it } from 'vitest';
import { shippedText } from './shipped';

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src https://amazing.getsales.io',
  "frame-src 'self'",
  "object-src 'none'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const icons = { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 96: 'icon/96.png', 128: 'icon/128.png' };

it('has exactly this manifest, without any other permission, host or policy', () => {
  expect(JSON.parse(shippedText('manifest.json'))).toEqual({
    manifest_version: 3,
    name: '__MSG_extensionName__',
    short_name: 'Shortlist',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    version: '0.1.0',
    minimum_chrome_version: '140',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'activeTab', 'scripting', 'sidePanel', 'offscreen'],
    host_permissions: ['https://amazing.getsales.io/*'],
    optional_host_permissions: ['https://www.linkedin.com/*'],
    incognito: 'not_allowed',
    externally_connectable: { ids: [] },
    content_security_policy: { extension_pages: CSP },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+S' } } },
    icons,
    background: { service_worker: 'background.js' },
    action: { default_title: '__MSG_extensionName__', default_popup: 'popup.html' },
    options_ui: { open_in_tab: true, page: 'options.html' },
    side_panel: { default_path: 'sidepanel.html' },
  });
});
