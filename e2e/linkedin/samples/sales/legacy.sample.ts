import { jonas, mira } from '../../../support/cast';
import type { Person } from '../cast/person';
import { inferred, split, unsettled, without } from '../expect';
import { bySalesId, leadFields, salesLead } from '../expect-elsewhere';
import { tr } from '../languages/asian';
import { de, en } from '../languages/germanic';
import type { Language } from '../languages/language';
import { fr } from '../languages/romance';
import { pageSample } from '../page-sample';
import type { ExpectedReading, Sample } from '../sample';
import { leadAddress } from './lead-page';
import { legacyLeadPage } from './legacy-lead-page';

interface Case {
  readonly name: string;
  readonly language: Language;
  readonly profileOwner?: Person;
  readonly hasSharedConnections?: boolean;
  readonly expected: ExpectedReading;
}

/** The first of two roles, of which no headline names one. */
const firstRole = {
  position: {
    ...inferred(mira.position, 'attribute'),
    otherRoles: [{ position: 'Trustee', company: 'Havn Foundation' }],
  },
  company: inferred(mira.company, 'attribute'),
};
const miras = {
  ...without(leadFields(mira, 'proven'), 'headline', 'about', 'avatar'),
  ...firstRole,
  ...split('Mira', 'Okonkwo'),
};
const whole = salesLead(bySalesId(mira), miras);
const stale = unsettled(bySalesId(mira), 'sales');

const cases: readonly Case[] = [
  { name: 'in French', language: fr, expected: whole },
  { name: 'in German', language: de, expected: whole },
  { name: 'in Turkish', language: tr, expected: whole },
  { name: 'still shows the previous lead', language: en, profileOwner: jonas, expected: stale },
  { name: 'names only another person’s id', language: en, hasSharedConnections: false, expected: stale },
];

/** Sales Navigator of 2019, whose card carries the lead's id in one link and other people's in others. */
export const samples: readonly Sample[] = cases.map(
  ({ name, language, profileOwner = mira, hasSharedConnections = true, expected }) =>
    pageSample({
      name: `sales/legacy lead ${name}`,
      url: leadAddress(mira),
      page: () =>
        legacyLeadPage({
          profileOwner,
          language,
          hasSharedConnections,
          title: `${profileOwner.name} | Sales Navigator`,
        }),
      expected,
      never: ['Old Harbour'],
    }),
);
