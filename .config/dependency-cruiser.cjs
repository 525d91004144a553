/** The allowed imports (ARCHITECTURE.md#layers) as rules. Imports of types alone are allowed. */
const OURS = '^(entrypoints|components|lib)/';
/** Tests and their support, which may import the local GetSales. */
const TEST = '([.]test[.]tsx?$|/testing/)';

/** A layer may import itself and the allowed paths; any other import of product code breaks the rule `name`. */
const layer = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { path: OURS, pathNot: [from, ...allowed], dependencyTypesNot: ['type-only'] },
});

/** A layer never imports these packages. */
const without = (name, from, packages) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { path: `node_modules/(${packages.join('|')})(/|$)` },
});

const DOMAIN = '^lib/domain/';
const IDENTITY = '^lib/linkedin/(address/(parse-address|pasted-identity)|interpret/(interpret|compare-contact))[.]ts$';
const REACT = ['react', 'react-dom', '@tanstack'];
const BROWSER = ['wxt', 'webextension-polyfill'];
const STORES = ['idb'];

module.exports = {
  forbidden: [
    layer('domain-imports-nothing', '^lib/domain/', []),
    layer('linkedin-is-pure', '^lib/linkedin/', [DOMAIN]),
    layer('browser-imports-identity-and-settings', '^lib/browser/', [
      DOMAIN,
      IDENTITY,
      '^lib/settings/(items|first-paint)[.]ts$',
    ]),
    layer('getsales-imports-domain', '^lib/getsales/', [DOMAIN]),
    layer('outbox-imports-domain', '^lib/outbox/', [DOMAIN]),
    layer('vault-imports-domain', '^lib/vault/', [DOMAIN]),
    layer('settings-import-domain', '^lib/settings/', [DOMAIN]),
    layer('services-import-no-pages', '^lib/services/', [DOMAIN, IDENTITY, '^lib/(getsales|outbox|vault|settings)/']),
    layer('single-use-imports-domain', '^lib/single-use/', [DOMAIN]),
    layer('messaging-imports-domain', '^lib/messaging/', [DOMAIN]),
    layer('i18n-imports-domain', '^lib/i18n/', [DOMAIN]),
    layer('hooks-import-no-worker-code', '^lib/ui/', [
      DOMAIN,
      IDENTITY,
      '^lib/browser/',
      '^lib/messaging/call[.]ts$',
      '^lib/settings/',
      '^lib/i18n/',
    ]),
    layer('components-import-hooks', '^components/', ['^lib/(ui|domain|i18n)/']),
    layer('background-imports-no-pages', '^entrypoints/background[.]ts$', [
      '^lib/(services|getsales|single-use|outbox|vault|browser|settings|domain)/',
      '^lib/messaging/serve[.]ts$',
      '^lib/log[.]ts$',
    ]),
    layer(
      'reader-imports-linkedin',
      '^entrypoints/(reader|reader-classic|reader-public|reader-detail|reader-leads|reader-people|report)[.]ts$',
      ['^lib/linkedin/', DOMAIN],
    ),
    layer('pages-import-components', '^entrypoints/(popup|sidepanel|options)/', ['^components/', '^lib/ui/']),
    layer('single-use-page-imports-transport', '^entrypoints/single-use/', ['^lib/single-use/']),
    without(
      'no-react-below',
      '^lib/(domain|linkedin|browser|getsales|single-use|outbox|vault|settings|services|messaging|i18n)/',
      REACT,
    ),
    without(
      'no-browser-in-pure-layers',
      '^lib/(domain|linkedin|getsales|single-use|outbox|vault|i18n|services)/',
      BROWSER,
    ),
    without('no-browser-in-components', '^(components|entrypoints/(popup|sidepanel|options|single-use))/', BROWSER),
    without('indexeddb-only-in-stores', '^(components|entrypoints|lib/(?!outbox|vault))', STORES),
    without('no-schemas-in-the-reader', '^(lib/linkedin|entrypoints/(reader|report))', ['zod']),
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: OURS, pathNot: TEST },
      to: { path: '^e2e/' },
    },
    {
      name: 'product-never-imports-test-support',
      severity: 'error',
      from: { path: OURS, pathNot: TEST },
      to: { path: '/testing/|node_modules/@testing-library/' },
    },
    {
      // Otherwise a mistake in the product would be expected of GetSales and by the judge as well.
      name: 'sandbox-and-judge-share-nothing-with-the-product',
      severity: 'error',
      from: { path: '^e2e/(sandbox|faults/judge)/' },
      to: { path: OURS },
    },
    {
      name: 'no-vague-folder-names',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils|helpers|common|types|shared|misc)(/|[.]tsx?$)', pathNot: 'node_modules' },
    },
    {
      name: 'only-settings-declare-items',
      severity: 'error',
      from: { path: OURS, pathNot: ['^lib/settings/', TEST] },
      to: { path: '^lib/settings/declare[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^[.](wxt|output)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: '.config/resolve.cjs' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
