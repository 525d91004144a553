import { ana, mira } from '@/e2e/support/cast';
import type { AddressKind, IdentityRefusal } from '../address/follow-address';

/** The kinds of address: those with a person, and the reasons why others have none. */
export type Kind = AddressKind | IdentityRefusal;

const SALES = 'ACwAACp1iE4BUS1CYXPao5x7IqSOX_tFb7SDjsM';
const RECRUITER = 'AEMAACp1iE4BKDq2ZVnT1GkXo0uF3hWcYb9RjLs';
const www = (path: string): string => `https://www.linkedin.com${path}`;
const encoded = encodeURIComponent;

/** Slugs as they stand in addresses, each with the slug that it means. */
export const slugs: readonly (readonly [inAddress: string, slug: string])[] = [
  ['mira-okonkwo', 'mira-okonkwo'],
  ['Mira-Okonkwo', 'mira-okonkwo'],
  ['mira%2Dokonkwo', 'mira-okonkwo'],
  ['nguy%E1%BB%85n-th%E1%BB%8B-an-x4', 'nguyễn-thị-an-x4'],
  ['zo%65%CC%88', 'zoë'],
  ['李伟-x2', '李伟-x2'],
  ['%E6%9D%8E%E4%BC%9F', '李伟'],
  ['%D9%84%D9%8A%D9%84%D9%89', 'ليلى'],
  ['noa_levi', 'noa_levi'],
  ['o’brien', 'o’brien'],
  ['j.doe', 'j.doe'],
  ['%F0%9F%9A%80-mira', '🚀-mira'],
  ['%E2%9D%A4%EF%B8%8F-mira', '❤\ufe0f-mira'],
  ['%F0%9F%87%A9%F0%9F%87%AA-mira', '🇩🇪-mira'],
  ['H%CC%B1assan', 'ẖassan'],
  ['MIRA-ÖZIL', 'mira-özil'],
  ['123456', '123456'],
  ['a', 'a'],
];

const profile = [
  ...slugs.map(([slug]) => www(`/in/${slug}/`)),
  ...[
    '',
    '?trk=people-guest',
    '?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3AACoAA&lipi=x',
    '#top',
    '/?locale=de_DE',
  ].map((end) => www(`/in/mira-okonkwo${end}`)),
  ...['de', 'pt-br', 'zh_CN', 'en-us'].map((locale) => www(`/in/mira-okonkwo/${locale}/`)),
  ...['de', 'fr', 'se', 'uk', 'ca', 'in', 'm', 'touch'].map(
    (host) => `https://${host}.linkedin.com/in/mira-okonkwo?originalSubdomain=${host}`,
  ),
  'https://linkedin.com/in/mira-okonkwo',
  'linkedin.com/in/mira-okonkwo',
  'www.linkedin.com/in/mira-okonkwo/',
  'HTTPS://WWW.LinkedIn.COM/in/mira-okonkwo',
  'https://www.linkedin.com:443/in/mira-okonkwo',
  '  https://www.linkedin.com/in/mira-okonkwo\n',
  www('//in//mira-okonkwo'),
  www('/mwlite/in/mira-okonkwo'),
  www('/mwlite/profile/in/mira-okonkwo'),
  www('/comm/in/mira-okonkwo?midToken=AQ&trk=eml'),
  ...['edit/intro/', 'add-edit/EDUCATION/', 'opportunities/services/onboarding/', 'de/edit/intro'].map((below) =>
    www(`/in/mira-okonkwo/${below}`),
  ),
  www('/in/mira-okonkwo/detail/contact-info/'),
  www(`/comm/in/${mira.memberId}`),
  www(`/in/${SALES}`),
  www(`/in/${mira.memberId}/`),
  www(`/in/${mira.memberId}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${mira.memberId}`),
  // Wrapped by LinkedIn's redirectors and log-in pages.
  www(`/safety/go?url=${encoded(www('/in/mira-okonkwo/'))}&trk=flagship`),
  www(`/redir/redirect?url=${encoded(www('/in/mira-okonkwo'))}&urlhash=x`),
  www(`/authwall?trk=bf&trkInfo=AQ&sessionRedirect=${encoded('https://de.linkedin.com/in/mira-okonkwo')}`),
  www(`/login?session_redirect=${encoded('/in/mira-okonkwo/')}`),
  www(`/start/join?session_redirect=${encoded(www('/in/mira-okonkwo'))}`),
  www(`/redir/suspicious-page?url=${encoded(www('/in/mira-okonkwo'))}`),
  www('/IN/mira-okonkwo/'),
  www(`/uas/login?session_redirect=${encoded(www('/in/mira-okonkwo'))}`),
  www(`/login/de?session_redirect=${encoded('/in/mira-okonkwo')}`),
  www(`/signup/cold-join?session_redirect=${encoded('https://fr.linkedin.com/in/mira-okonkwo')}&trk=public_profile`),
  www(`/checkpoint/lg/login?session_redirect=${encoded('/in/mira-okonkwo')}`),
  www(`/checkpoint/challenge/verify?redirect=${encoded('/in/mira-okonkwo')}`),
  www(`/login?session_redirect=${encoded(www(`/safety/go?url=${encoded(www('/in/mira-okonkwo'))}`))}`),
];

const detail = [
  'details/experience',
  'details/education/',
  'details/skills/?detailScreenTabIndex=0',
  'de/details/experience/',
  'recent-activity/all/',
  'recent-activity/posts/',
  'details/education/reorder',
].map((below) => www(`/in/mira-okonkwo/${below}`));

const overlay = [
  'contact-info/',
  'about-this-profile/',
  'photo',
  'background-photo/',
  '1635/skill-associations-details/',
  'Position/1234/treasury/?profileId=ACoAA',
  `urn:li:fsd_profilePosition:(${mira.memberId},12)/skill-associations-details?profileUrn=x`,
].map((name) => www(`/in/mira-okonkwo/overlay/${name}`));

const lead = [
  `/sales/lead/${SALES}`,
  `/sales/lead/${SALES},NAME_SEARCH,abcd`,
  `/sales/lead/${SALES},name,abcd?_ntb=x%3D%3D`,
  `/sales/lead/${SALES}%2CNAME_SEARCH%2Cabcd`,
  `/sales/lead/${SALES},,`,
  `/sales/people/${SALES},NAME_SEARCH,xy/`,
  `/sales/people/${mira.memberId},name,xyz`,
  `/people/${SALES}`,
  `/login?session_redirect=${encoded(`/sales/lead/${SALES},NAME_SEARCH,ab`)}`,
].map(www);

const recruiter = [
  `/talent/profile/${RECRUITER}`,
  `/talent/profile/${RECRUITER}?trk=FLAGSHIP`,
  `/talent/hire/123456/manage/all/profile/${RECRUITER}`,
  `/talent/hire/123456/discover/recruiterSearch/profile/${RECRUITER}?searchContextId=x`,
  `/talent/search/profile/${RECRUITER}?rightRail=profile`,
  `/talent/hire/123456/manage/all/profile/${RECRUITER},abc`,
  `/recruiter/profile/${RECRUITER}`,
].map(www);

const compose = [
  `/messaging/compose/?recipient=${mira.memberId}`,
  `/messaging/compose/?profileUrn=${encoded(`urn:li:fsd_profile:${mira.memberId}`)}&screenContext=x`,
  `/messaging/thread/new/?recipient=${mira.memberId}`,
  `/messaging/compose/?profileUrn=urn:li:fsd_profile:${mira.memberId}&recipient=${mira.memberId}`,
  `/comm/messaging/compose?recipient=${SALES}`,
].map(www);

const thread = [
  '/messaging/thread/2-ZjQ2YTM4/',
  '/messaging/thread/2-ZjQ2YTM4',
  '/messaging/thread/new/',
  '/messaging/compose/',
  '/sales/inbox/2-ZjQ2YTM4',
  '/talent/inbox/0/main/id/2-Zj',
  '/comm/messaging/thread/2-ZjQ2YTM4/?midToken=AQ',
  `/messaging/compose/?recipient=${mira.memberId}&recipient=${ana.memberId}`,
  `/messaging/compose/?recipient=${mira.memberId}&profileUrn=${encoded(`urn:li:fsd_profile:${ana.memberId}`)}`,
].map(www);

const many = [
  '/search/results/people/?keywords=procurement',
  '/search/results/all/?keywords=mira',
  '/mynetwork/invite-connect/connections/',
  '/company/nordlys/people/',
  '/company/nordlys/people/?facetGeo=1',
  '/school/northport/people/',
  '/sales/search/people?query=(x)',
  '/sales/lists/people/7100000000000000000',
  '/sales/lists/people',
  '/talent/search?q=x',
  '/talent/hire/123456/manage/all',
  '/talent/hire/123456/discover/recruiterSearch',
  '/comm/search/results/people/?keywords=x',
  '/showcase/nordlys-labs/people/',
].map(www);

const noPerson = [
  '/',
  '/feed/',
  '/feed/update/urn:li:activity:7000000000000000000/',
  '/posts/mira-okonkwo_things-activity-7000000000000000000-abcd',
  '/company/nordlys/',
  '/company/nordlys/about/',
  '/school/northport/',
  '/jobs/view/123/',
  '/in/',
  '/in',
  '/in/unavailable/',
  '/profile/in/mira-okonkwo',
  '/public-profile/in/mira-okonkwo/',
  '/comm/feed/',
  '/recruiter/smartsearch?x=1',
  '/search/results/people/headless',
  '/pub/mira-okonkwo/1/2/3',
  '/profile/view?id=123',
  '/search/results/content/?keywords=x',
  '/notifications/',
  '/login',
  '/authwall?trk=bf',
  '/sales/home',
  '/sales/company/123',
  '/recruiter/profile/123456,abc,CAP',
  `/safety/go?url=${encoded('https://evil.example/in/mira-okonkwo')}`,
  `/safety/go?url=${encoded('//evil.example/in/mira-okonkwo')}`,
  `/redir/redirect?url=${encoded('http://www.linkedin.com/in/mira-okonkwo')}`,
  `/login?session_redirect=${encoded('/feed/')}`,
  `/safety/go?url=${encoded(www(`/safety/go?url=${encoded(www(`/safety/go?url=${encoded(www('/in/mira-okonkwo'))}`))}`))}`,
].map(www);

/** The words with which the paths of LinkedIn's own pages begin; a person's path begins with `in`. */
export const pathWords: readonly string[] = (
  'in pub company school showcase jobs feed posts groups learning search sales talent recruiter hiring services messaging ' +
  'mynetwork notifications newsletters pulse today events home help legal premium people profile public-profile view ' +
  'authwall login signup checkpoint start safety redir uas comm mwlite'
).split(' ');

const malformed = [
  '/in/../../feed',
  '/company/nordlys/../../in/mira-okonkwo',
  '/company/%2e%2E/in/mira-okonkwo',
  '/feed/..\\..\\in\\mira-okonkwo',
  '/in/mira-okonkwo/.',
  '/in/%2e%2e%2ffeed',
  '/in/mira%E3%85%A4',
  '/in/mira%CD%8F',
  '/in/mira%EF%B8%8F',
  `/in/${mira.memberId.slice(0, -1)}`,
  `/in/${mira.memberId}X`,
  `/in/${mira.memberId.toLowerCase()}`,
  `/in/%41${mira.memberId.slice(1)}`,
  `/in/${RECRUITER}`,
  '/in/a%00b',
  '/in/a%E2%80%AEb',
  '/in/a%E2%80%8Bb',
  '/in/%E0%A4%A',
  '/in/%20',
  // Two addresses joined: a word of LinkedIn's paths where the slug stands, or an unknown page below it.
  '/in/in/mira-okonkwo',
  '/in/company/nordlys',
  '/in/pub/mira-okonkwo/1/2/3',
  '/in/jobs/view/123',
  '/in/%69n/mira-okonkwo',
  '/in/IN/mira-okonkwo',
  '/in/company',
  '/in/mynetwork/',
  '/in/messaging/',
  '/in/feed/de/',
  '/in/authwall',
  '/in/profile',
  '/in/school/northport/people/',
  '/in/sales/lead/123',
  '/in/www.linkedin.com/in/mira-okonkwo',
  '/in/https:/www.linkedin.com/in/mira-okonkwo',
  '/in/http:',
  '/in/https:',
  '/in/https',
  '/in/linkedin.com',
  '/in/mira-okonkwo/in/ana-duarte-x1',
  '/in/mira-okonkwo/ana-duarte-x1/',
  '/in/mira-okonkwo/company/nordlys/',
  '/in/mira-okonkwo/de/company/nordlys',
  `/in/${mira.memberId}/in/ana-duarte-x1`,
  '/mwlite/in/in/mira-okonkwo',
  '/comm/in/pub/mira-okonkwo',
  '/in/null',
  '/in/undefined/',
  '/in/mira-okonkwo&trk=people-guest',
  '/in/...',
  '/in/mira..okonkwo',
  '/in/a%2Fb',
  '/in/a%25b',
  '/in/%3Cscript%3E',
  `/in/${'a'.repeat(300)}`,
  '/sales/lead/123',
  `/sales/lead/${SALES}X`,
  '/talent/profile/12345',
  '/messaging/compose/?recipient=teo',
].map(www);

const elsewhere = [
  'https://www.linkedin.com.evil.example/in/mira-okonkwo',
  'https://evil-linkedin.com/in/mira-okonkwo',
  'https://evil.linkedin.com/in/mira-okonkwo',
  'https://www.linkedin.com:444/in/mira-okonkwo',
  'http://www.linkedin.com/in/mira-okonkwo',
  'ftp://www.linkedin.com/in/mira-okonkwo',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://user@www.linkedin.com/in/mira-okonkwo',
  'https://user:pw@www.linkedin.com/in/mira-okonkwo',
  'https://www.linkedin.com./in/mira-okonkwo',
  'https://www.linkedın.com/in/mira-okonkwo',
  'https://www.lin\u212aedin.com/in/mira-okonkwo',
  'https://www.ｌinkedin.com/in/mira-okonkwo',
  'https://www。linkedin。com/in/mira-okonkwo',
  'https://www.linked\u00adin.com/in/mira-okonkwo',
  'https://www.linkedin%2ecom/in/mira-okonkwo',
  'https:www.linkedin.com/in/mira-okonkwo',
  'https:\\\\www.linkedin.com\\in\\mira-okonkwo',
  'https://www.linkedin.com\\@evil.example/in/mira-okonkwo',
  'https://evil.example\\@www.linkedin.com/in/mira-okonkwo',
  'https://xn--linkedn-p2a.com/in/mira-okonkwo',
  'https://www.linkedin.co/in/mira-okonkwo',
  'https://linkedin.com.co/in/mira-okonkwo',
  'https://www.linkedln.com/in/mira-okonkwo',
  'https://lnkd.in/abcd',
  'https://getsales.io/in/mira-okonkwo',
  'https://127.0.0.1/in/mira-okonkwo',
  'mira-okonkwo',
];

const notAnAddress = [
  '',
  '   ',
  'Mira Okonkwo',
  'https://',
  'https://www.linkedin.com/in/mira okonkwo',
  'https://www.linkedin.com/in/mira\u0000',
  'https://exa mple.com/',
  www(`/in/${'a'.repeat(10_000)}`),
];

/** Every example by the one kind that it is. */
export const addresses: Readonly<Record<Kind, readonly string[]>> = {
  profile,
  detail,
  overlay,
  'sales-lead': lead,
  recruiter,
  compose,
  thread,
  many,
  self: [
    '/in/me',
    '/in/me/',
    '/in/ME/',
    '/in/edit/forms/next-action/',
    `/login?session_redirect=${encoded('/in/me/')}`,
  ].map(www),
  'not-a-person': noPerson,
  malformed,
  'not-linkedin': elsewhere,
  'not-an-address': notAnAddress,
};
