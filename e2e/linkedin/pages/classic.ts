import type { CastMember } from '../../support/cast';
import { esc, portrait, slugInPath } from './markup';

export interface ProfilePage {
  readonly subject: CastMember;
  readonly viewer: CastMember;
  readonly others: readonly CastMember[];
  /** A person whose embedded data stayed behind from an earlier page. */
  readonly previous?: CastMember;
}

/** A profile in LinkedIn's classic generation (linkedin/pages.md 2a): readable class names, embedded data, Ember's ids. */
export function classicProfile({ subject, viewer, others, previous }: ProfilePage): string {
  const slug = slugInPath(subject.slug);
  return `<!doctype html>
<html lang="en" class="theme theme--mercado"><head><meta charset="utf-8"><title>(3) ${esc(subject.name)} | LinkedIn</title></head>
<body class="render-mode-BIGPIPE nav-v2 ember-application">
${island(0, '/voyager/api/me', [record(viewer)])}
${island(1, `/voyager/api/identity/dash/profiles?q=memberIdentity&memberIdentity=${slug}`, [record(viewer), record(subject)])}
${previous === undefined ? '' : island(2, `/voyager/api/identity/dash/profiles?memberIdentity=${previous.slug}`, [record(previous)])}
<code style="display: none" id="bpr-guid-9">{ not json</code>
<div id="hidden-decoy" hidden><h1>${esc(others[0]?.name ?? viewer.name)}</h1></div>
<header id="global-nav"><nav><a href="/feed/">Home</a><img class="global-nav__me-photo" alt="${esc(viewer.name)}" src="${portrait(viewer.slug)}"></nav></header>
<div class="scaffold-layout"><main class="scaffold-layout__main" aria-label="${esc(subject.name)}">
<section class="artdeco-card pv-top-card" data-member-id="${subject.memberNumber}">
  <button class="pv-top-card-profile-picture__container" aria-label="open profile picture"><img class="pv-top-card-profile-picture__image" title="${esc(subject.name)}" alt="${esc(subject.name)}" src="${portrait(subject.slug)}"></button>
  <div class="mt2 relative"><div>
    <a href="/in/${slug}/overlay/about-this-profile/"><h1 class="inline t-24 v-align-middle break-words">${esc(subject.name)}</h1></a>
    <span class="text-body-small v-align-middle break-words t-black--light">(She/Her)</span>
    <span class="distance-badge"><span class="visually-hidden">2nd degree connection</span><span class="dist-value" aria-hidden="true">2nd</span></span>
    <div class="text-body-medium break-words" data-generated-suggestion-target="urn:li:fsu_profileActionDelegate:1">${esc(subject.headline)}</div>
  </div>
  <ul class="pv-text-details__right-panel">
    <li><button aria-label="Current company: ${esc(subject.company)}. Click to skip to experience card"><img class="ghost-company" alt=""><span><div>${esc(subject.company)}</div></span></button></li>
    <li><button aria-label="Education: Northport Institute. Click to skip to education card"><img class="ghost-school" alt=""><span><div>Northport Institute</div></span></button></li>
  </ul>
  <div><span class="text-body-small inline t-black--light break-words">${esc(subject.location)}</span>
    <a id="top-card-text-details-contact-info" href="/in/${slug}/overlay/contact-info/">Contact info</a></div>
  <a href="/search/results/people/?facetConnectionOf=%22${subject.memberId}%22&amp;facetNetwork=%5B%22F%22%5D">
    <ul>${others.map((other) => `<li><img alt="${esc(other.name)}" src="${portrait(other.slug)}"></li>`).join('')}</ul>
    <span>${others.map((other) => esc(other.name)).join(' and ')} are mutual connections</span></a>
  </div>
</section>
<section class="artdeco-card pv-profile-card"><div id="about" class="pv-profile-card__anchor"></div><h2><span aria-hidden="true">About</span><span class="visually-hidden">About</span></h2>
  <div class="inline-show-more-text--is-collapsed"><span aria-hidden="true">${esc(subject.about)}</span><span class="visually-hidden">${esc(subject.about)}</span></div></section>
<section class="artdeco-card pv-profile-card"><div id="experience" class="pv-profile-card__anchor"></div><h2><span aria-hidden="true">Experience</span></h2><ul>
  <li>${entity([subject.position, `${subject.company} · Full-time`, 'Jan 2021 - Present · 5 yrs', subject.location])}
    <div class="pvs-entity__sub-components"><span aria-hidden="true">Onboarding kit</span></div></li>
  <li>${entity(['Associate', 'Old Harbour', 'Feb 2016 - Dec 2020 · 4 yrs'])}</li></ul></section>
<section class="artdeco-card pv-profile-card"><div id="education" class="pv-profile-card__anchor"></div><ul><li>${entity(['Northport Institute', 'MSc', '2010 - 2012'])}</li></ul></section>
${filler('classic')}
</main><aside class="scaffold-layout__aside"><section><h2>People also viewed</h2><ul>${others.map(classicNeighbour).join('')}</ul></section></aside></div>
<script src="/site.js" defer></script></body></html>`;
}

function entity(lines: readonly string[]): string {
  const spans = lines.map(
    (line) =>
      `<div class="t-bold"><span aria-hidden="true">${esc(line)}</span><span class="visually-hidden">${esc(line)}</span></div>`,
  );
  return `<div data-view-name="profile-component-entity">${spans.join('')}</div>`;
}

function classicNeighbour(person: CastMember): string {
  return `<li><a data-soft href="/in/${slugInPath(person.slug)}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${person.memberId}"><img alt="${esc(person.name)}" src="${portrait(person.slug)}"><span aria-hidden="true">${esc(person.name)}</span></a><div class="text-body-medium break-words">${esc(person.headline)}</div></li>`;
}

function record(person: CastMember): object {
  return {
    $type: 'com.linkedin.voyager.dash.identity.profile.Profile',
    entityUrn: `urn:li:fsd_profile:${person.memberId}`,
    objectUrn: `urn:li:member:${person.memberNumber}`,
    publicIdentifier: person.slug,
    firstName: person.firstName,
    lastName: person.lastName,
    headline: person.headline,
  };
}

function island(number: number, request: string, included: readonly object[]): string {
  const body = esc(JSON.stringify({ data: {}, included }));
  return `<code style="display: none" id="bpr-guid-${number}">${body}</code><code style="display: none" id="datalet-bpr-guid-${number}">${esc(JSON.stringify({ request, status: 200, body: `bpr-guid-${number}` }))}</code>`;
}

/** Cards that a real page has and that say nothing about anybody, so that pages have a realistic size. */
export function filler(kind: string): string {
  const rows = Array.from(
    { length: 120 },
    (_, row) =>
      `<li class="${kind}-row"><div><span>Item ${row}</span><p>Liked a post about quiet machines</p></div></li>`,
  );
  return `<section class="${kind}-activity"><h2>Activity</h2><ul>${rows.join('')}</ul></section>`;
}
