import { idShape, machineWords, isMachineWord } from './machine-words';

/** Path segments after which a name or id follows. */
const NAMING: ReadonlySet<string> = new Set([
  'in',
  'pub',
  'company',
  'school',
  'showcase',
  'lead',
  'people',
  'profile',
  'thread',
  'inbox',
  'groups',
  'posts',
  'update',
]);
const SCHEMES: ReadonlySet<string> = new Set(['mailto:', 'tel:', 'javascript:', 'data:', 'blob:', 'about:']);
const HOSTS: ReadonlySet<string> = new Set(['www.linkedin.com', 'media.licdn.com', 'static.licdn.com']);
const MAX_SEGMENTS = 10;
const MAX_LENGTH = 2_000;

/**
 * The shape of a link's address: `/in/{slug}/overlay/contact-info/`, `/messaging/compose/?profileUrn&recipient`. Leaves out
 * values of the query and hosts other than LinkedIn's.
 */
export function addressShape(address: string): string {
  const text = address.slice(0, MAX_LENGTH);
  if (text.startsWith('#')) return '#';
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(text)?.[0].toLowerCase();
  if (scheme !== undefined && scheme !== 'https:' && scheme !== 'http:')
    return SCHEMES.has(scheme) ? scheme : '{scheme}:';
  const [, host = '', path = '', query = ''] =
    /^(?:[a-z]+:)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/iu.exec(text) ?? [];
  const place = host === '' || host === 'www.linkedin.com' ? '' : HOSTS.has(host) ? host : '{host}';
  return `${place}${pathShape(path)}${queryShape(query)}`;
}

function pathShape(path: string): string {
  const segments = path.split('/');
  const shapes = segments.slice(0, MAX_SEGMENTS).map((segment, index) => {
    if (segment === '') return '';
    const before = segments[index - 1] ?? '';
    return NAMING.has(before) ? named(segment) : (idShape(segment) ?? machineWords(segment));
  });
  return `${shapes.join('/')}${segments.length > MAX_SEGMENTS ? '/...' : ''}`;
}

function named(segment: string): string {
  const id = idShape(segment.split(/,|%2c/iu)[0] ?? '');
  if (id !== null) return id;
  return /^\d+$/u.test(segment) ? '{n}' : '{slug}';
}

function queryShape(query: string): string {
  const names = query.split('&').map((part) => part.split('=')[0] ?? '');
  const shown = names.filter((name) => name !== '').map((name) => (isMachineWord(name) ? name : '{w}'));
  return shown.length === 0 ? '' : `?${[...new Set(shown)].join('&')}`;
}
