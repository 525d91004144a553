/** One violation of each of the project's lint rules: file and code. */
export const plantedSyntax: Readonly<Record<string, readonly [file: string, code: string]>> = {
  'no-html-injection': ['components/ui/planted.tsx', 'document.body.innerHTML = "x";'],
  'no-eval': ['lib/services/planted.ts', 'eval("1");'],
  'network-only-in-getsales': ['lib/services/planted.ts', 'void fetch("https://example.com");'],
  'storage-only-in-settings': ['lib/services/planted.ts', 'void chrome.storage.local.get();'],
  'no-external-messages': ['entrypoints/planted.ts', 'chrome.runtime.onMessageExternal.addListener(() => undefined);'],
  'one-listener': ['lib/ui/planted.ts', 'chrome.runtime.onMessage.addListener(() => undefined);'],
  'no-window-messages': ['lib/ui/planted.ts', 'window.postMessage("x", "*");'],
  'no-main-world': ['lib/browser/planted.ts', 'export const where = { world: "MAIN" };'],
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

/** One forbidden import for each boundary: file and code. */
export const plantedImports: Readonly<Record<string, readonly [file: string, code: string]>> = {
  'domain-imports-nothing': ['lib/domain/planted.ts', "import '@/lib/log';"],
  'linkedin-is-pure': ['lib/linkedin/planted.ts', "import '@/lib/settings/items';"],
  'browser-imports-identity-and-settings': [
    'lib/browser/planted.ts',
    "import '@/lib/linkedin/read/read-profile-page';",
  ],
  'getsales-imports-domain': ['lib/getsales/planted.ts', "import '@/lib/outbox/outbox';"],
  'outbox-imports-domain': ['lib/outbox/planted.ts', "import '@/lib/vault/vault';"],
  'vault-imports-domain': ['lib/vault/planted.ts', "import '@/lib/settings/items';"],
  'settings-import-domain': ['lib/settings/planted.ts', "import '@/lib/outbox/outbox';"],
  'services-import-no-pages': ['lib/services/planted.ts', "import '@/lib/linkedin/read/read-profile-page';"],
  'single-use-imports-domain': ['lib/single-use/planted.ts', "import '@/lib/vault/vault';"],
  'single-use-page-imports-transport': ['entrypoints/single-use/planted.ts', "import '@/lib/getsales/client';"],
  'messaging-imports-domain': ['lib/messaging/planted.ts', "import '@/lib/vault/vault';"],
  'i18n-imports-domain': ['lib/i18n/planted.ts', "import '@/lib/settings/items';"],
  'hooks-import-no-worker-code': ['lib/ui/planted.ts', "import '@/lib/vault/vault';"],
  'components-import-hooks': ['components/ui/planted.ts', "import '@/lib/messaging/call';"],
  'background-imports-no-pages': ['entrypoints/background.ts', "import '@/components/ui/classes';"],
  'reader-imports-linkedin': ['entrypoints/reader.ts', "import '@/lib/settings/items';"],
  'pages-import-components': ['entrypoints/popup/planted.ts', "import '@/lib/messaging/call';"],
  'no-react-below': ['lib/services/planted.ts', "import 'react';"],
  'no-browser-in-pure-layers': ['lib/getsales/planted.ts', "import 'wxt/browser';"],
  'no-browser-in-components': ['components/ui/planted.ts', "import 'wxt/browser';"],
  'indexeddb-only-in-stores': ['lib/ui/planted.ts', "import 'idb';"],
  'no-schemas-in-the-reader': ['lib/linkedin/planted.ts', "import 'zod/mini';"],
  'product-never-imports-tests': ['lib/ui/planted.ts', "import '@/e2e/support/cast';"],
  'product-never-imports-test-support': ['components/ui/planted.ts', "import '@/components/testing/fake-worker';"],
  'sandbox-and-judge-share-nothing-with-the-product': ['e2e/faults/judge/planted.ts', "import '@/lib/domain/result';"],
  'no-vague-folder-names': ['lib/ui/planted.ts', "import './utils/planted';"],
  'only-settings-declare-items': ['lib/ui/planted.ts', "import '@/lib/settings/declare';"],
  'no-cycles': ['lib/ui/planted-back.ts', "import './planted';"],
  resolvable: ['lib/ui/planted.ts', "import './nowhere';"],
};

/** Files that the planted imports need. */
export const plantedTargets: Readonly<Record<string, string>> = {
  'lib/ui/utils/planted.ts': 'export {};',
  'lib/ui/planted.ts': "import './planted-back';",
};
