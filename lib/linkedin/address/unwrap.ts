/** LinkedIn's own pages that carry another address: redirectors, and log-in pages that lead back. */
const WRAPPERS =
  /^\/(?:safety\/go|redir\/(?:redirect|suspicious-page)|start\/join|authwall|(?:uas\/)?login|signup|checkpoint)(?:\/.*)?$/u;
const PARAMETERS = ['url', 'sessionRedirect', 'session_redirect', 'redirect'];

/** The address inside one of LinkedIn's wrapping addresses, decoded once; null when it carries none. */
export function unwrap({ pathname, searchParams }: URL): string | null {
  if (!WRAPPERS.test(pathname)) return null;
  const inner = PARAMETERS.map((name) => searchParams.get(name)).find((value) => value !== null) ?? null;
  return inner?.startsWith('/') === true && !inner.startsWith('//') ? `https://www.linkedin.com${inner}` : inner;
}
