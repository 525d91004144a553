/** Who may import whom: ARCHITECTURE.md's table as rules. Type-only imports of the protocol table are no dependency. */
const OURS = '^(entrypoints|components|lib)/';
/** Tests, and what only tests use: these may reach the local GetSales. */
const TEST = '([.]test[.]tsx?$|/testing/)';

/** A room may import the rooms named (and itself); anything else of ours is refused under the rule `name`. */
const room = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { path: OURS, pathNot: [from, ...allowed], dependencyTypesNot: ['type-only'] },
});

/** A room never imports these packages. */
const without = (name, from, packages) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { path: `node_modules/(${packages.join('|')})(/|$)` },
});

const DOMAIN = '^lib/domain/';
const IDENTITY = '^lib/linkedin/(identity|pasted-identity|compare-contact|reader-for|interpret)[.]ts$';
const REACT = ['react', 'react-dom', '@tanstack'];
const BROWSER = ['wxt', 'webextension-polyfill'];
const STORES = ['idb'];

module.exports = {
  forbidden: [
    room('domain-imports-nothing', '^lib/domain/', []),
    room('linkedin-is-pure', '^lib/linkedin/', [DOMAIN]),
    room('tab-knows-only-identity', '^lib/tab/', [DOMAIN, IDENTITY, '^lib/settings/items[.]ts$']),
    room('getsales-knows-only-domain', '^lib/getsales/', [DOMAIN]),
    room('journal-stands-alone', '^lib/journal/', [DOMAIN]),
    room('vault-stands-alone', '^lib/vault/', [DOMAIN]),
    room('settings-stand-alone', '^lib/settings/', [DOMAIN]),
    room('services-know-no-pages', '^lib/services/', [DOMAIN, IDENTITY, '^lib/(getsales|journal|vault|settings)/']),
    room('courier-only-carries', '^lib/courier/', [DOMAIN]),
    room('messaging-knows-no-services', '^lib/messaging/', [DOMAIN]),
    room('i18n-knows-only-domain', '^lib/i18n/', [DOMAIN]),
    room('ui-hooks-know-no-worker', '^lib/ui/', [
      DOMAIN,
      IDENTITY,
      '^lib/tab/',
      '^lib/messaging/call[.]ts$',
      '^lib/settings/',
      '^lib/i18n/',
    ]),
    room('components-know-only-hooks', '^components/', ['^lib/(ui|domain|i18n)/']),
    room('background-shows-nothing', '^entrypoints/background[.]ts$', [
      '^lib/(services|getsales|courier|journal|vault|tab|settings|domain)/',
      '^lib/messaging/serve[.]ts$',
      '^lib/log[.]ts$',
    ]),
    room('reader-reads-only', '^entrypoints/(reader(-elsewhere)?|report)[.]ts$', ['^lib/linkedin/', DOMAIN]),
    room('pages-only-compose', '^entrypoints/(popup|sidepanel|options)/', ['^components/', '^lib/ui/']),
    room('the-courier-page-only-carries', '^entrypoints/courier/', ['^lib/courier/']),
    without(
      'no-react-below',
      '^lib/(domain|linkedin|tab|getsales|courier|journal|vault|settings|services|messaging|i18n)/',
      REACT,
    ),
    without(
      'no-browser-in-pure-rooms',
      '^lib/(domain|linkedin|getsales|courier|journal|vault|i18n|services)/',
      BROWSER,
    ),
    without('no-browser-in-components', '^(components|entrypoints/(popup|sidepanel|options|courier))/', BROWSER),
    without('stores-only-in-stores', '^(components|entrypoints|lib/(?!journal|vault))', STORES),
    without('no-schemas-in-the-reader', '^(lib/linkedin|entrypoints/(reader|report))', ['zod']),
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: OURS, pathNot: TEST },
      to: { path: '^e2e/' },
    },
    {
      name: 'no-rooms-without-a-subject',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils|helpers|common|types|shared|misc)(/|[.]tsx?$)', pathNot: 'node_modules' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
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
