import type { CastMember } from '../../support/cast';
import { esc, slugInPath } from './markup';

const frame = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${esc(title)}</title>${head}</head><body>${body}<script src="/site.js" defer></script></body></html>`;

/** The feed: people's posts, nobody's profile. */
export function feedPage(people: readonly CastMember[]): string {
  const posts = people.map(
    (person) =>
      `<article><a data-soft href="/in/${slugInPath(person.slug)}/"><h2>${esc(person.name)}</h2></a><p>${esc(person.about)}</p></article>`,
  );
  return frame('(12) Feed | LinkedIn', '', `<main><h1 hidden>Feed</h1>${posts.join('')}</main>`);
}

/** What LinkedIn shows at a profile's address to somebody who is not logged in: a wall, with another heading on it. */
export function walledPage(): string {
  const meta = '<meta name="pageKey" content="auth_wall_desktop_profile">';
  return frame(
    'Sign Up | LinkedIn',
    meta,
    '<main><section><h1>Join LinkedIn</h1><p>Already on LinkedIn?</p></section></main>',
  );
}

/** A profile's address before its content has come. */
export function skeletonPage(): string {
  return frame('LinkedIn', '', '<main class="scaffold-layout__main"><div class="loading"></div></main>');
}
