import type { CastMember } from '../../support/cast';
import { filler, type ProfilePage } from './classic';
import { esc, hashedClass, portrait, slugInPath } from './markup';

/** A profile in LinkedIn's current generation (linkedin/pages.md 2b): hashed class names, keys on cards, no `h1`. */
export function currentProfile({ subject, viewer, others }: ProfilePage): string {
  const slug = slugInPath(subject.slug);
  const ref = `com.linkedin.sdui.profile.card.ref${subject.memberId}`;
  const c = (name: string): string => `class="${hashedClass(`${subject.slug}:${name}`)} ${hashedClass(`all:${name}`)}"`;
  const title = `<title>${esc(subject.name)} | LinkedIn</title>`;
  return `<!doctype html>
<html lang="en" dir="ltr" translate="no"><head><meta charset="utf-8">${title}${title}<meta name="como-pk" content="d_flagship3_profile_view_base"></head>
<body data-rehydrated="true"><div id="root">
<nav data-testid="primary-nav" ${c('nav')}><h2>0 notifications</h2><img alt="" src="${portrait(viewer.slug)}"><p>${esc(viewer.firstName)}</p></nav>
<div role="main" data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile">
<div role="toolbar" ${c('bar')}><a href="/in/${slug}/"><div aria-label="${esc(subject.name)}"><img alt="" src="${portrait(subject.slug)}"></div></a><p>${esc(subject.name)}</p><p>${esc(subject.headline)}</p></div>
<main id="workspace"><div data-testid="lazy-column">
<div componentkey="${ref}Topcard"><section componentkey="${ref}Topcard" ${c('top')}>
  <a href="/in/${slug}/overlay/background-photo/"><figure><img alt="" src="https://media.licdn.com/dms/image/v2/C1/profile-displaybackgroundimage-shrink_350_1400/0/1?e=1"></figure></a>
  <div componentkey="topcard-logo-image-referencekey" role="button"><div aria-label="Profile photo"><figure aria-hidden="true"><svg id="person-accent-4"></svg><img alt="" src="${portrait(subject.slug)}"></figure></div></div>
  <div ${c('names')}><a href="/in/${slug}/" ${c('link')}><h2 ${c('name')}>${esc(subject.name)}</h2><svg id="verified-medium"></svg></a><p>He/Him</p><p>· 1st</p><div data-display-contents><p>· 2nd</p></div></div>
  <p ${c('headline')}>${esc(subject.headline)}</p>
  <p ${c('orgs')}>${esc(subject.company)} · Northport Institute</p>
  <div ${c('place')}><p>${esc(subject.location)}</p><p>·</p><p><a href="/in/${slug}/overlay/contact-info/">Contact info</a></p></div>
  <div role="button" ${c('badge')}><figure><svg id="company-accent-4"></svg></figure><p>${esc(subject.company)}</p></div>
  <div role="button" ${c('badge')}><figure><svg id="school-accent-4"></svg></figure><p>Northport Institute</p></div>
  <a href="/search/results/people/?connectionOf=%5B%22${subject.memberId}%22%5D"><p>495 connections</p></a>
  <ul role="presentation">${others.map((other) => `<li><img alt="" src="${portrait(other.slug)}"></li>`).join('')}</ul>
  <a href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${subject.memberId}&amp;recipient=${subject.memberId}"><p>Message</p></a>
</section></div>
<div componentkey="ProfilePostConnectDrawer_${slug}"></div>
<section componentkey="${ref}SuggestedForYou"><h2>${esc(others[0]?.name ?? '')}</h2><p>${esc(others[0]?.headline ?? '')}</p></section>
<section componentkey="${ref}About"><h2>About</h2><p data-testid="expandable-text-box">${esc(subject.about)}<button data-testid="expandable-text-button">… more</button></p></section>
<section componentkey="${ref}ExperienceTopLevelSection"><h2>Experience</h2><div componentkey="entity-collection-item-1">
  <p>${esc(subject.position)}</p><p>${esc(subject.company)} · Full-time</p><p>Jun 2022 - Present · 4 yrs</p><p>${esc(subject.location)}</p></div>
  <div componentkey="entity-collection-item-2"><p>Associate</p><p>Old Harbour</p><p>Feb 2016 - Dec 2020</p></div></section>
<section componentkey="com.linkedin.sdui.profile.card.ref${slug}Activity"><h2>Activity</h2></section>
<div componentkey="profileCardsAboveActivity${slug}"></div>
${filler('current')}
</div>
<aside><section componentkey="profileAsideBrowsemap${slug}"><h2>Ad Options</h2><h3>More profiles for you</h3>${others.map(currentNeighbour).join('')}</section></aside>
</main></div></div><script src="/site.js" defer></script></body></html>`;
}

function currentNeighbour(person: CastMember): string {
  const slug = slugInPath(person.slug);
  return `<div role="listitem" componentkey="ProfileVerificationTriggerRef-${slug}"><a data-soft href="/in/${slug}/"><figure><img alt="" src="${portrait(person.slug)}"></figure><p>${esc(person.name)}</p></a><p>${esc(person.headline)}</p><a href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${person.memberId}">Message</a></div>`;
}
