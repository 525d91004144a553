import { parseUrl } from '../address/url';

/** A portrait's address from LinkedIn's own image host, or null: no cover, no ghost, no other scheme. */
export function portraitUrl(source: string | null): string | null {
  const url = source === null ? null : parseUrl(source);
  const isImageHost = url?.protocol === 'https:' && url.hostname === 'media.licdn.com' && url.port === '';
  return isImageHost && /\/profile-(?:displayphoto|framedphoto)/u.test(url.pathname) ? url.href : null;
}
