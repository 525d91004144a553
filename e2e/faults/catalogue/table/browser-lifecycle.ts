import type { Row } from './row';

/** What only a browser can do to the extension. */
export const browserLifecycle = [
  {
    id: 'L15',
    injection: 'an incognito window',
    expected: 'the extension is not in it',
    notRun: 'has no test yet',
  },
  {
    id: 'L16',
    injection: 'the permission for LinkedIn is taken away while it runs',
    expected: 'a clear message, and no exception',
    notRun: 'has no test yet',
  },
  {
    id: 'L17',
    injection: 'eight hours of use with kills',
    expected: 'no growth above 10 MB, and nothing lost',
    notRun: 'has no test yet',
  },
] as const satisfies readonly Row[];
