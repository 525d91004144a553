import { mira } from '../../../support/cast';
import { current, currentPage } from '../../pages/current';
import { fullProfile } from '../../pages/profile';
import { currentFields, identityOf, profile, split, withWork } from '../expect';
import { selfEmployed } from '../own-boss';
import { inAddress, othersThan, builtSample } from '../page-sample';
import { viewer } from '../people';
import { workCases } from '../roles';
import type { Sample } from '../sample';

/** S3 to S5, S21: a person's role and company on current pages. */
export const samples: readonly Sample[] = [...workCases, ...selfEmployed].map((work) =>
  builtSample({
    name: `current/${work.name}`,
    url: inAddress(mira),
    page: () => currentPage(current({ ...fullProfile(mira, viewer, othersThan(mira)), ...work.changes })),
    expected: profile('current', identityOf(mira), {
      ...withWork(currentFields(mira), work),
      ...split('Mira', 'Okonkwo'),
    }),
  }),
);
