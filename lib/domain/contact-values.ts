import { TAG_LENGTH, TAGS_MAX } from './contact-limits';

/** Why a typed value cannot be sent. */
export type ValueProblem =
  | { readonly kind: 'email' | 'phone' | 'domain' | 'https-url' | 'tag-length' | 'tag-count' }
  | { readonly kind: 'too-long'; readonly max: number };

/** Host names as `URL` writes them: labels of letters, digits and hyphens; the last label is not a number. */
const HOST = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/u;
const EMAIL = /^(?=.{1,64}@)[^\s@.,;:<>()[\]"\\]+(?:\.[^\s@.,;:<>()[\]"\\]+)*@([^\s@/?#:\\]+)$/u;
const PHONE = /^(\(?\+?[\d\s().\-/\u2010-\u2013]*?)(?:(?:ext\.?|x|#)\s*\d{1,6})?$/iu;

/**
 * The host in a domain or web address, in lower-case ASCII without `www.`; null without one. Rejects user names, e-mail
 * addresses, IP addresses and schemes other than http and https.
 */
export function hostIn(text: string): string | null {
  const trimmed = text.trim();
  const url = webAddress(/^[a-z][a-z\d+.-]*:\/\//iu.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null) return null;
  const host = url.hostname.replace(/\.$/u, '');
  const short = host.replace(/^www\./u, '');
  if (HOST.test(short)) return short;
  return HOST.test(host) ? host : null;
}

export function isEmail(text: string): boolean {
  const domain = EMAIL.exec(text)?.[1] ?? '';
  return HOST.test(webAddress(`https://${domain}`)?.hostname ?? '');
}

/** Five to fifteen digits, as E.164 has at most, in any usual spelling, with or without an extension. */
export function isPhone(text: string): boolean {
  const digits = PHONE.exec(text)?.[1]?.replace(/\D/gu, '').length ?? 0;
  return digits >= 5 && digits <= 15;
}

export function isHttpsUrl(text: string): boolean {
  const url = webAddress(text);
  return url !== null && url.protocol === 'https:' && HOST.test(url.hostname);
}

/** Tag names in a comma-separated list, each once, ignoring case. */
export function tagsIn(text: string): readonly string[] {
  const tags = new Map<string, string>();
  for (const tag of text.split(/[,\n]/u).map((each) => each.trim())) {
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()];
}

export function tagsProblem(tags: readonly string[]): ValueProblem | null {
  if (tags.length > TAGS_MAX) return { kind: 'tag-count' };
  return tags.some((tag) => tag.length > TAG_LENGTH) ? { kind: 'tag-length' } : null;
}

/** Stricter than `URL`, which drops line breaks and accepts passwords. */
function webAddress(text: string): URL | null {
  if (/\s/u.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? url : null;
}
