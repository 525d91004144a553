/**
 * The invented people of the local LinkedIn; the local GetSales has some of them (docs/linkedin-pages.md#samples). Each
 * `memberId` decodes to its `memberNumber`.
 */
export interface CastMember {
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly slug: string;
  readonly memberNumber: number;
  readonly memberId: string;
  readonly salesId?: string;
  readonly headline: string;
  readonly position: string;
  readonly company: string;
  readonly location: string;
  readonly about: string;
}

/** Not in GetSales at the start. */
export const mira: CastMember = {
  name: 'Mira Okonkwo',
  firstName: 'Mira',
  lastName: 'Okonkwo',
  slug: 'mira-okonkwo',
  memberNumber: 712345678,
  memberId: 'ACoAACp1iE4BkDljYZmNF_LruU7P1fi1vvM4764',
  salesId: 'ACwAACp1iE4BUS1CYXPao5x7IqSOX_tFb7SDjsM',
  headline: 'Head of Procurement, building fair supply chains',
  position: 'Head of Procurement',
  company: 'Nordlys Energy',
  location: 'Oslo, Norway',
  about: 'I buy what keeps the lights on, and ask where it came from.',
};

/** The signed-in LinkedIn user, never the profile's owner. */
export const teo: CastMember = {
  name: 'Teo Larsen',
  firstName: 'Teo',
  lastName: 'Larsen',
  slug: 'teo-larsen-test',
  memberNumber: 198765432,
  memberId: 'ACoAAAvY63gB9pzbYgLLsnzW10rlI2bkiatco7c',
  headline: 'Sales at Acme',
  position: 'Sales',
  company: 'Acme',
  location: 'Bergen, Norway',
  about: 'I sell.',
};

/** In GetSales on EU founders, connected with Mara (DE), 10,000 messages. */
export const ana: CastMember = {
  name: 'Ana Duarte',
  firstName: 'Ana',
  lastName: 'Duarte',
  slug: 'ana-duarte-x1',
  memberNumber: 555000111,
  memberId: 'ACoAACEUoS8B9kCwx-du-CokOC3B-fhGgrAjCK0',
  headline: 'Founder at Porto Verde',
  position: 'Founder',
  company: 'Porto Verde',
  location: 'Porto, Portugal',
  about: 'Founder, gardener, slow reader.',
};

/** In GetSales with an empty conversation, connected with Tom. Han-script name. */
export const li: CastMember = {
  name: '李伟',
  firstName: '伟',
  lastName: '李',
  slug: 'li-wei-x2',
  memberNumber: 940404040,
  memberId: 'ACoAADgNbUgBt8lTJ42NIhzXSLWJZM_BGW-s3NU',
  headline: '海风科技 首席工程师',
  position: '首席工程师',
  company: '海风科技',
  location: '上海',
  about: '做安静的机器。',
};

/** In GetSales on EU founders, stage Engaging, in the running automation Q4 outreach, replied two days ago. */
export const jonas: CastMember = {
  name: 'Jonas Berg',
  firstName: 'Jonas',
  lastName: 'Berg',
  slug: 'jonas-berg-x3',
  memberNumber: 87654321,
  memberId: 'ACoAAAU5f7EBc_9TQIQN7-h3Ot0lr1HbLRoPm8I',
  headline: 'Partner at Fjord Capital',
  position: 'Partner',
  company: 'Fjord Capital',
  location: 'Bergen, Norway',
  about: 'Early money for slow companies.',
};

export const cast = [mira, teo, ana, li, jonas] as const;
