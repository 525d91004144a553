import { parseAddress } from './parse-address';

/** The two readers that are injected, each for its own addresses: a page gets no more code than it needs. */
export type Reader = 'profile' | 'elsewhere';

const ELSEWHERE: ReadonlySet<string> = new Set(['sales-lead', 'recruiter', 'thread', 'many']);

/** Which reader knows the pages at this address. */
export function readerFor(href: string): Reader {
  const parsed = parseAddress(href);
  return ELSEWHERE.has(parsed.ok ? parsed.value.kind : parsed.error) ? 'elsewhere' : 'profile';
}
