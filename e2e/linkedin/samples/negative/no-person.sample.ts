import { ana, mira } from '../../../support/cast';
import { classic, classicPage } from '../../pages/classic';
import { bootShell, currentShell, feed, guestHome, skeleton, wall } from '../../pages/other';
import { fullProfile } from '../../pages/profile';
import { botWall, companyPage, notFound, postPage, publicNotFound, refreshWall } from '../../pages/refusals';
import { h, type Tree } from '../../pages/tree';
import { bySlug, nothing, unsettled } from '../expect';
import { inAddress, othersThan, pageSample } from '../page-sample';
import { otherPeople, viewer } from '../people';
import type { ExpectedReading, Sample } from '../sample';

const hers = bySlug(mira);
const here = inAddress(mira);
const at = (path: string): string => `https://www.linkedin.com${path}`;
const noPerson = nothing('other', null);
const walled = at('/authwall?trk=bf&sessionRedirect=%2Fin%2Fmira-okonkwo');

/** Pages that give no person. */
const PAGES: readonly (readonly [name: string, url: string, page: () => Tree, expected: ExpectedReading])[] = [
  ['N7 the feed', at('/feed/'), () => feed(viewer, otherPeople), noPerson],
  ['N7 the feed, still shown at a profile’s address', here, () => feed(viewer, otherPeople), unsettled(hers)],
  ['N9 login', at('/login'), () => wall('d_uas_login'), noPerson],
  ['N9 login at a profile’s address', here, () => wall('d_uas_login'), nothing('walled', hers)],
  ['a checkpoint', at('/checkpoint/challenge/AgF1'), () => wall('d_checkpoint_ch_emailPinChallenge'), noPerson],
  ['a checkpoint at a profile’s address', here, () => wall('d_checkpoint_ch_captcha'), nothing('walled', hers)],
  ['N10 the wall at a profile’s address', here, () => wall(), nothing('walled', hers)],
  // The wall's own address still contains the hidden person.
  ['the wall at its own address', walled, () => wall(), nothing('walled', hers)],
  ['N11 the boot shell', here, () => bootShell(viewer), unsettled(hers)],
  ['the current generation’s shell', here, () => currentShell(viewer), unsettled(hers)],
  ['a skeleton', here, () => skeleton(), unsettled(hers)],
  ['nothing at all', here, () => h('html', {}, h('head'), h('body')), unsettled(hers)],
  ['N12 the guests’ home', at('/'), () => guestHome(), noPerson],
  ['N12 the guests’ home at a profile’s address', here, () => guestHome(), nothing('walled', hers)],
  ['N13 HTTP 999 with a script', here, () => botWall(), nothing('walled', hers)],
  ['N13 HTTP 999 with a refresh', here, () => refreshWall(), nothing('walled', hers)],
  ['P7 not found, logged out', here, () => publicNotFound(mira.slug), nothing('walled', hers)],
  ['not found, logged in', here, () => notFound(), unsettled(hers)],
  ['not found at its own address', at('/404/'), () => notFound(), noPerson],
  ['N14 a company', at('/company/nordlys-energy/about/'), () => companyPage(viewer, otherPeople), noPerson],
  [
    'N14 a company, still shown at a profile’s address',
    here,
    () => companyPage(viewer, otherPeople),
    unsettled(hers, 'classic'),
  ],
  ['a school', at('/school/northport-institute/'), () => companyPage(viewer, otherPeople), noPerson],
  ['N16 a post', at('/feed/update/urn:li:activity:7200000000000000001/'), () => postPage(ana, otherPeople), noPerson],
  [
    'N16 a post, by its short address',
    at('/posts/ana-duarte-x1_quiet-activity-7200-AbCd'),
    () => postPage(ana, otherPeople),
    noPerson,
  ],
  ['jobs', at('/jobs/view/4010000000/'), () => companyPage(viewer, otherPeople), noPerson],
  [
    'a profile’s content at the address of the signed-in user',
    at('/in/me/'),
    () => classicPage(classic(fullProfile(mira, viewer, othersThan(mira)))),
    noPerson,
  ],
  [
    'a profile’s content under the feed’s address',
    at('/feed/'),
    () => classicPage(classic(fullProfile(mira, viewer, othersThan(mira)))),
    noPerson,
  ],
  [
    'a profile’s content on another host',
    'https://www.linkedin.com.example.org/in/mira-okonkwo/',
    () => classicPage(classic(fullProfile(mira, viewer, othersThan(mira)))),
    noPerson,
  ],
];

export const samples: readonly Sample[] = PAGES.map(([name, url, page, expected]) =>
  pageSample({ name: `negative/${name}`, url, page, expected, never: ['Nordlys', 'LinkedIn'] }),
);
