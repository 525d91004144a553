import type { Row } from './row';

/** What only a browser can do to the extension. */
export const browserLifecycle = [
  {
    id: 'L15',
    injection: 'an incognito window',
    expected: 'the extension is not in it',
    tests: ['e2e/specs/hostile/browser.spec.ts'],
    proof: {
      file: 'wxt.config.ts',
      find: "incognito: 'not_allowed',",
      replace: "incognito: 'spanning',",
    },
  },
  {
    id: 'L16',
    injection: 'the permission for LinkedIn is taken away while it runs',
    expected: 'a clear message, and no exception',
    tests: ['lib/browser/watch-tab.test.ts', 'lib/ui/profile/use-panel-profile.test.ts'],
    proof: {
      file: 'lib/ui/profile/use-panel-profile.ts',
      find: 'report(allowed ? ',
      replace: 'report(!allowed ? ',
    },
    otherProofs: {
      'lib/browser/watch-tab.test.ts': {
        file: 'lib/browser/watch-tab.ts',
        find: 'api.permissions.onRemoved.addListener(report);',
        replace: '',
      },
    },
  },
  {
    id: 'L17',
    injection: 'eight hours of use with kills',
    expected: 'no growth above 10 MB, and nothing lost',
    notRun:
      'eight hours; `npm run faults -- --only browser --runs 500` is its part about kills and losses, the growth of memory is not measured',
  },
] as const satisfies readonly Row[];
