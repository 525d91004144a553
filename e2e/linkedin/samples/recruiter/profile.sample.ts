import { jonas, mira } from '../../../support/cast';
import { quoted } from '../cast/latin';
import type { Person } from '../cast/person';
import { aarti, mei } from '../cast/scripts';
import { inferred, proven, split, unsettled, without } from '../expect';
import { recruiter } from '../expect-elsewhere';
import { recruiterIdOf } from '../ids';
import { hi } from '../languages/asian';
import { zhHant } from '../languages/east-asian';
import { de, en } from '../languages/germanic';
import { es } from '../languages/romance';
import { ar } from '../languages/rtl';
import { pageSample } from '../page-sample';
import type { ExpectedIdentity, ExpectedReading, Sample } from '../sample';
import { candidate, recruiterAddress, recruiterPage, type RecruiterPage } from './recruiter-page';

interface Case {
  readonly name: string;
  readonly page: RecruiterPage;
  /** The person of the address, by default Mira. */
  readonly of?: Person;
  readonly expected: ExpectedReading;
}

const identity = ({ memberNumber }: Person, slug: string | null): ExpectedIdentity => ({
  slug,
  memberId: null,
  salesId: null,
  recruiterId: recruiterIdOf(memberNumber),
});

const fieldsOf = ({ name, headline, location }: Person, say = proven): ExpectedReading['fields'] => ({
  name: say(name, 'attribute'),
  headline: say(headline, 'attribute'),
  location: say(location, 'attribute'),
});

const names = split('Mira', 'Okonkwo');
const miras = { ...fieldsOf(mira), ...names };
const whole = recruiter(identity(mira, mira.slug), miras);
const unlinked = recruiter(identity(mira, null), miras);
/** A reading of a page that does not show whose public profile it links to. */
const suggested = recruiter(identity(mira, null), {
  ...fieldsOf(mira, inferred),
  ...split('Mira', 'Okonkwo', 'inferred'),
});
const stale = unsettled(identity(mira, null), 'recruiter');

const cases: readonly Case[] = [
  { name: 'in German', page: candidate(mira, de), expected: whole },
  { name: 'in Arabic', page: candidate(mira, ar), expected: whole },
  { name: 'that names no id is a suggestion', page: candidate(mira, es, { namesId: false }), expected: suggested },
  { name: 'without a public profile gives none', page: candidate(mira, en, { linked: [] }), expected: unlinked },
  {
    name: 'with two public profiles gives none',
    page: candidate(mira, en, { linked: [mira, jonas] }),
    expected: unlinked,
  },
  {
    name: 'without a headline takes none of similar people',
    page: candidate(mira, en, { headline: null }),
    expected: { ...recruiter(identity(mira, mira.slug), without(miras, 'headline')), unexpectedLayout: ['headline'] },
  },
  { name: 'still shows the candidate before', page: candidate(jonas, en), expected: stale },
  {
    name: 'still shows the previous candidate under the new title',
    page: candidate(jonas, en, { namesId: false, title: 'Mira Okonkwo | LinkedIn Recruiter' }),
    expected: stale,
  },
  {
    name: 'of आरती शर्मा in Hindi',
    of: aarti,
    page: candidate(aarti, hi),
    expected: recruiter(identity(aarti, aarti.slug), { ...fieldsOf(aarti), ...split('आरती', 'शर्मा') }),
  },
  {
    name: 'of 陳美玲 in Chinese',
    of: mei,
    page: candidate(mei, zhHant),
    expected: recruiter(identity(mei, mei.slug), fieldsOf(mei)),
  },
  {
    name: 'with quotes and angle brackets',
    of: quoted,
    page: candidate(quoted, de),
    expected: recruiter(identity(quoted, quoted.slug), fieldsOf(quoted)),
  },
];

/** A Recruiter profile, whose public address is in one place among many links to other people. */
export const samples: readonly Sample[] = cases.map(({ name, page, of = mira, expected }) =>
  pageSample({
    name: `recruiter/profile ${name}`,
    url: recruiterAddress(of),
    page: () => recruiterPage(page),
    expected,
    never: ['Old Harbour', 'Called on Monday'],
  }),
);
