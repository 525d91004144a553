/** One violation for each of the house's own lint rules: where it would stand, and what it would say. */
export const plantedSyntax: Readonly<Record<string, readonly [file: string, code: string]>> = {
  'no-html-injection': ['components/ui/planted.tsx', 'document.body.innerHTML = "x";'],
  'no-eval': ['lib/services/planted.ts', 'eval("1");'],
  'network-only-in-getsales': ['lib/services/planted.ts', 'void fetch("https://example.com");'],
  'storage-only-in-settings': ['lib/services/planted.ts', 'void chrome.storage.local.get();'],
  'no-strangers': ['entrypoints/planted.ts', 'chrome.runtime.onMessageExternal.addListener(() => undefined);'],
  'one-listener': ['lib/ui/planted.ts', 'chrome.runtime.onMessage.addListener(() => undefined);'],
  'no-window-messages': ['lib/ui/planted.ts', 'window.postMessage("x", "*");'],
  'no-main-world': ['lib/tab/planted.ts', 'export const where = { world: "MAIN" };'],
  'console-only-in-log': ['lib/services/planted.ts', 'console.error("x");'],
  'json-only-bounded': ['lib/services/planted.ts', 'JSON.parse("1");'],
  'clock-is-given': ['lib/services/planted.ts', 'export const at = Date.now();'],
  'no-fixed-waits': [
    'e2e/specs/planted.ts',
    'declare const page: { waitForTimeout(ms: number): void }; page.waitForTimeout(1);',
  ],
  'no-inline-style': ['components/ui/planted.tsx', 'export const planted = <p style={{ color: "red" }} />;'],
  'no-literal-text': ['components/ui/planted.tsx', 'export const planted = <p>Hello</p>;'],
  'no-enum': ['lib/domain/planted.ts', 'export enum Planted { A }'],
  'no-barrel': ['lib/domain/planted.ts', 'export * from "./ids";'],
};

/** One forbidden import for each boundary: from which room, and of what. */
export const plantedImports: Readonly<Record<string, readonly [file: string, code: string]>> = {
  'domain-imports-nothing': ['lib/domain/planted.ts', "import '@/lib/log';"],
  'linkedin-is-pure': ['lib/linkedin/planted.ts', "import '@/lib/settings/items';"],
  'tab-knows-only-identity': ['lib/tab/planted.ts', "import '@/lib/linkedin/read/read-page';"],
  'getsales-knows-only-domain': ['lib/getsales/planted.ts', "import '@/lib/outbox/outbox';"],
  'journal-stands-alone': ['lib/journal/planted.ts', "import '@/lib/vault/vault';"],
  'vault-stands-alone': ['lib/vault/planted.ts', "import '@/lib/settings/items';"],
  'settings-stand-alone': ['lib/settings/planted.ts', "import '@/lib/outbox/outbox';"],
  'services-know-no-pages': ['lib/services/planted.ts', "import '@/lib/linkedin/read/read-page';"],
  'courier-only-carries': ['lib/courier/planted.ts', "import '@/lib/vault/vault';"],
  'the-courier-page-only-carries': ['entrypoints/courier/planted.ts', "import '@/lib/getsales/create-client';"],
  'messaging-knows-no-services': ['lib/messaging/planted.ts', "import '@/lib/vault/vault';"],
  'i18n-knows-only-domain': ['lib/i18n/planted.ts', "import '@/lib/settings/items';"],
  'ui-hooks-know-no-worker': ['lib/ui/planted.ts', "import '@/lib/vault/vault';"],
  'components-know-only-hooks': ['components/ui/planted.ts', "import '@/lib/messaging/call';"],
  'background-shows-nothing': ['entrypoints/background.ts', "import '@/components/ui/classes';"],
  'reader-reads-only': ['entrypoints/reader.ts', "import '@/lib/settings/items';"],
  'pages-only-compose': ['entrypoints/popup/planted.ts', "import '@/lib/messaging/call';"],
  'no-react-below': ['lib/services/planted.ts', "import 'react';"],
  'no-browser-in-pure-rooms': ['lib/getsales/planted.ts', "import 'wxt/browser';"],
  'no-browser-in-components': ['components/ui/planted.ts', "import 'wxt/browser';"],
  'stores-only-in-stores': ['lib/ui/planted.ts', "import 'idb';"],
  'no-schemas-in-the-reader': ['lib/linkedin/planted.ts', "import 'zod/mini';"],
  'product-never-imports-tests': ['lib/ui/planted.ts', "import '@/e2e/support/cast';"],
  'no-rooms-without-a-subject': ['lib/ui/planted.ts', "import './utils/planted';"],
  'no-circles': ['lib/ui/planted-back.ts', "import './planted';"],
  resolvable: ['lib/ui/planted.ts', "import './nowhere';"],
};

/** Files that the planted imports lead to. */
export const plantedTargets: Readonly<Record<string, string>> = {
  'lib/ui/utils/planted.ts': 'export {};',
  'lib/ui/planted.ts': "import './planted-back';",
};
