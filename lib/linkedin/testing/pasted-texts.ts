import { ana, mira } from '@/e2e/support/cast';
import type { PastedRefusal } from '../address/pasted-identity';

const LINK = 'https://www.linkedin.com/in/mira-okonkwo';
const OTHER = `https://www.linkedin.com/in/${ana.slug}`;
const [MEMBER, SALES] = [mira.memberId, mira.salesId ?? ''];
const SHORT = 'https://www.linkedin.com/in/mira';
/** A line that ends where mail programs break lines. */
const margin = (link: string): string =>
  `${'You find all of my details on my profile, see'.padEnd(71 - link.length)} ${link}`;

/** Texts with Mira's slug and no other person. */
export const naming: readonly string[] = [
  LINK,
  `${LINK}/`,
  `  ${LINK}\n`,
  'linkedin.com/in/mira-okonkwo',
  'www.linkedin.com/in/mira-okonkwo/',
  'de.linkedin.com/in/mira-okonkwo?originalSubdomain=de',
  'http://www.linkedin.com/in/mira-okonkwo',
  'HTTP://LINKEDIN.COM/in/mira-okonkwo',
  'in/mira-okonkwo',
  '/in/mira-okonkwo/',
  '/in/mira-okonkwo/details/experience/',
  // Quoted and emphasised.
  `"${LINK}"`,
  `'${LINK}'`,
  `<${LINK}>`,
  `(${LINK}).`,
  `[${LINK}]`,
  `„${LINK}“`,
  `«${LINK}»`,
  `「${LINK}」`,
  `‘${LINK}’`,
  `**${LINK}**`,
  `_${LINK}_`,
  `*${LINK}*.`,
  `~~${LINK}~~`,
  `\`${LINK}\``,
  // In sentences.
  `See ${LINK}, please!`,
  `Kennst du ${LINK}?`,
  `Is it ${LINK}...\nI think so.`.replace('...', '/...'),
  `Mira (${LINK}): procurement`,
  `LinkedIn:${LINK}`,
  `${LINK}—she knows`,
  `请看${LINK}。谢谢`,
  `見て、${LINK}、です`,
  `راجع ${LINK}، شكرا`,
  `\u200f${LINK}\u200f`,
  `${LINK}\u200b`,
  `\ufeff${LINK}`,
  `* ${LINK}\n* ${LINK}/details/skills/`,
  // Signatures and cards.
  `Mira Okonkwo\nHead of Procurement\nin: ${LINK}\nmira@nordlys.example`,
  `Mira Okonkwo\r\nNordlys Energy · https://nordlys.example\r\n${LINK}\r\n+47 000 00 000`,
  `Mira | Nordlys |${LINK}|Oslo`,
  `BEGIN:VCARD\nVERSION:3.0\nFN:Mira Okonkwo\nURL;TYPE=LinkedIn:https\\://www.linkedin.com/in/mira-okonkwo\nEND:VCARD`,
  `BEGIN:VCARD\r\nVERSION:4.0\r\nX-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/mira-ok\r\n onkwo\r\nEND:VCARD`,
  `${margin(LINK)}\n\nMira`,
  `${margin(LINK)}\nHead of Procurement`,
  `${margin(`${LINK}/`)}\nand write to me`,
  // Sources.
  `[Mira](${LINK})`,
  `[${LINK}](${LINK})`,
  `<${LINK}|Mira Okonkwo>`,
  `<a href="${LINK}/">Mira Okonkwo</a>`,
  `<a href='${LINK}'>Mira</a>`,
  `<a href=${LINK}>${LINK}</a>`,
  `<td>${LINK}</td>`,
  `href=&quot;${LINK}&quot;`,
  `${LINK}&nbsp;`,
  `&lt;${LINK}&gt;`,
  `&#39;${LINK}&#39; &#x22;`,
  `https:&#x2F;&#x2F;www.linkedin.com&#x2F;in&#x2F;mira-okonkwo`,
  `{"url":"https:\\/\\/www.linkedin.com\\/in\\/mira-okonkwo\\/","name":"Mira"}`,
  `{"url":"${LINK}\\u003ftrk=x"}`,
  `{"note":"${LINK}\\nHead of Procurement"}`,
  `Mira,${LINK},Oslo`.replace(`${LINK},`, `${LINK}/,`),
  `${LINK}?miniProfileUrn=urn:li:fs_miniProfile:${ana.memberId}`,
  // The same person more than once, and other pages without a person.
  `${LINK} ${LINK}/details/experience/`,
  `${LINK}${LINK}`,
  `${LINK}/,${LINK}`,
  `${LINK} https://www.linkedin.com/company/nordlys/ https://www.linkedin.com/feed/`,
];

/** Texts with a person's LinkedIn id. */
export const byId: readonly (readonly [text: string, ids: Readonly<Record<string, string>>])[] = [
  [`urn:li:fsd_profile:${MEMBER}`, { memberId: MEMBER }],
  [`"entityUrn":"urn:li:fs_miniProfile:${MEMBER}",`, { memberId: MEMBER }],
  [`urn:li:fs_salesProfile:(${SALES},NAME_SEARCH,xx)`, { salesId: SALES }],
  [MEMBER, { memberId: MEMBER }],
  [SALES, { salesId: SALES }],
  [`/sales/lead/${SALES},NAME_SEARCH,ab`, { salesId: SALES }],
  [`Lead: https://www.linkedin.com/sales/lead/${SALES},NAME_SEARCH,ab.`, { salesId: SALES }],
  [`https://www.linkedin.com/in/${MEMBER}.`, { memberId: MEMBER }],
];

/** Texts without exactly one person, by reason. */
export const refused: readonly (readonly [text: string, why: PastedRefusal])[] = [
  [`${LINK} and ${OTHER}`, 'several'],
  [`${LINK}/,${OTHER}/`, 'several'],
  [`${LINK},${OTHER}`, 'several'],
  [`${LINK};www.linkedin.com/in/${ana.slug}`, 'several'],
  [`${LINK}/${OTHER}/`, 'several'],
  [`${LINK}${OTHER}`, 'several'],
  [`Is it ${LINK}?${OTHER}`, 'several'],
  [`${LINK}?linkedin.com/in/${ana.slug}`, 'several'],
  [`${LINK} urn:li:fsd_profile:${ana.memberId}`, 'several'],
  // A damaged link besides a whole one may lead to another person.
  [`${LINK} https://www.linkedin.com/in/%E0%A4%A`, 'several'],
  // What may have been cut, or may not belong to the link.
  [`${SHORT}-\nokonkwo`, 'malformed'],
  [`${SHORT}\n-okonkwo`, 'malformed'],
  [`${SHORT}\u00ad\nokonkwo`, 'malformed'],
  [`${SHORT}-o=\nkonkwo`, 'malformed'],
  [`<${SHORT}-\nokonkwo>`, 'malformed'],
  [`<${SHORT}\nokonkwo>`, 'malformed'],
  [`https://www.linkedin.com/in/%E6%9D%8E\n%E4%BC%9F`, 'malformed'],
  [`${margin(SHORT)}\nokonkwo and so on`, 'malformed'],
  [`${margin(SHORT)}\n  -okonkwo`, 'malformed'],
  [`> ${margin(SHORT)}\n> okonkwo`, 'malformed'],
  [`${SHORT}-oko…`, 'malformed'],
  [`${SHORT}-oko...`, 'malformed'],
  [`look at ${SHORT}'s profile`, 'malformed'],
  [`look at ${SHORT}’s profile`, 'malformed'],
  [`${SHORT}&co is it`, 'malformed'],
  [`请看${SHORT}谢谢`, 'malformed'],
  [`${SHORT}\u200bokonkwo`, 'malformed'],
  [`${SHORT}\u202eokonkwo`, 'malformed'],
  [`linkedin.com/in/miralinkedin.com/in/ana`, 'malformed'],
  [`https://www.linkedin.com/in/${MEMBER.slice(0, 20)}`, 'malformed'],
  // Other sites', though they hold a link to LinkedIn.
  [`https://www.google.com/url?q=${LINK}&sa=D`, 'not-linkedin'],
  [`https://nordlys.example/linkedin.com/in/mira-okonkwo`, 'not-linkedin'],
  [`nordlys.example/linkedin.com/in/mira-okonkwo`, 'not-linkedin'],
  [`https://nordlys.example/${LINK}`, 'not-linkedin'],
  [`mailto:teo@nordlys.example?body=${encodeURIComponent(LINK)}`, 'not-linkedin'],
  ['mira@linkedin.com/in/x', 'not-linkedin'],
  ['https://user@www.linkedin.com/in/mira-okonkwo', 'not-linkedin'],
  ['https://evil-linkedin.com/in/mira-okonkwo', 'not-linkedin'],
  ['https://www.linkedin.com.evil.example/in/mira-okonkwo', 'not-linkedin'],
  ['https://www.linkedin.com:444/in/mira-okonkwo', 'not-linkedin'],
  ['https://www.lin\u212aedin.com/in/mira-okonkwo', 'not-linkedin'],
  ['www.lin\u212aedin.com/in/mira-okonkwo', 'not-linkedin'],
  ['ftp://www.linkedin.com/in/mira-okonkwo', 'not-linkedin'],
  ['https://nordlys.example/team', 'not-linkedin'],
  ['mira-okonkwo', 'not-linkedin'],
  ['@mira-okonkwo', 'not-linkedin'],
  // Words, and too many of them.
  ['', 'not-an-address'],
  ['Mira Okonkwo', 'not-an-address'],
  ['linkedin: in/mira-okonkwo', 'not-an-address'],
  ['ｗｗｗ．ｌｉｎｋｅｄｉｎ．ｃｏｍ／ｉｎ／ｍｉｒａ', 'not-an-address'],
  [`${'long '.repeat(4_000)}${LINK}`, 'not-an-address'],
  // LinkedIn pages without a person.
  ['https://www.linkedin.com/company/nordlys/', 'not-a-person'],
  ['Nordlys https://nordlys.example https://www.linkedin.com/company/nordlys/', 'not-a-person'],
  ['https://www.linkedin.com/in/me/', 'self'],
  ['https://www.linkedin.com/messaging/thread/2-abc/', 'thread'],
  ['https://www.linkedin.com/search/results/people/?keywords=x', 'many'],
];
