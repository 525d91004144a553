import { parseIdentity } from './identity';

/** The two readers that are injected, each for its own addresses: a page gets no more code than it needs. */
export type Reader = 'profile' | 'elsewhere';

/** Which reader knows the pages at this address. */
export function readerFor(href: string): Reader {
  const parsed = parseIdentity(href);
  const isElsewhere = parsed.ok
    ? parsed.value.salesId !== null || parsed.value.recruiterId !== undefined || /\/sales\//u.test(href)
    : parsed.error === 'thread' || parsed.error === 'many';
  return isElsewhere ? 'elsewhere' : 'profile';
}
