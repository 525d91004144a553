import { createHash } from 'node:crypto';
import { mira } from '../support/cast';
import { profilePage } from '../linkedin/site';

/** A profile of the sample site, padded to this many elements with rows like those of LinkedIn's activity. */
export function longProfile(render: 'classic' | 'current', elements: number): string {
  const html = profilePage(mira, render);
  const row = (index: number): string =>
    `<li class="row-${index % 7}"><div><span aria-hidden="true">Item ${index}</span><p>Liked a post about quiet machines</p></div></li>`;
  const present = html.match(/<[a-z]/gu)?.length ?? 0;
  const rows = Array.from({ length: Math.ceil((elements - present) / 4) }, (_, index) => row(index));
  return html.replace('</main>', `<section><ul>${rows.join('')}</ul></section></main>`);
}

/** Texts of a megabyte, ten thousand roles, two hundred thousand more elements. */
export function hugeProfile(): string {
  const long = 'Mira'.repeat(250_000);
  const role = `<li data-view-name="profile-component-entity">${['Clerk', 'Nordlys Energy · Full-time', '2001 - 2002']
    .map((line) => `<span aria-hidden="true">${line}</span>`)
    .join('')}</li>`;
  return profilePage({ ...mira, name: long, headline: long, about: long }, 'classic')
    .replace(/(?<=id="experience"[^]*?<ul>)/u, () => role.repeat(10_000))
    .replace('</main>', () => `${'<i></i>'.repeat(200_000)}</main>`);
}

/** A people search with this many invented people, in rows of the current generation. */
export function longSearch(people: number): string {
  const row = (index: number): string => {
    const slug = `person-${createHash('sha1').update(String(index)).digest('hex').slice(0, 8)}`;
    return `<div role="listitem" data-view-name="people-search-result"><div><a href="https://www.linkedin.com/in/${slug}/" data-view-name="search-result-lockup-title">Person Number${index}</a><p>· 2nd</p><p>Head of Things at Firm ${index}</p><p>Oslo, Norway</p><p><a href="https://www.linkedin.com/in/mutual-${index}/">Somebody</a> is a mutual connection</p></div><button><span>Connect</span></button></div>`;
  };
  return `<!doctype html><html lang="en"><head><title>Search | LinkedIn</title></head><body><nav><p>Teo</p></nav><div role="main" data-sdui-screen="com.linkedin.sdui.flagshipnav.search.SearchResultsPeople"><main><div role="list">${Array.from({ length: people }, (_, index) => row(index)).join('')}</div></main></div></body></html>`;
}
