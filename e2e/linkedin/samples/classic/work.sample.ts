import { mira } from '../../../support/cast';
import { classic, classicPage } from '../../pages/classic';
import { fullProfile } from '../../pages/profile';
import { classicFields, identityOf, profile, withWork } from '../expect';
import { selfEmployed } from '../own-boss';
import { inAddress, othersThan, pageSample } from '../page-sample';
import { viewer } from '../people';
import { workCases } from '../roles';
import type { Sample } from '../sample';

/** C4 to C6, C8: a person's role and company on classic pages, where pictures do not tell a company from a school. */
export const samples: readonly Sample[] = [...workCases, ...selfEmployed].map((work) =>
  pageSample({
    name: `classic/${work.name}`,
    url: inAddress(mira),
    page: () =>
      classicPage(classic({ ...fullProfile(mira, viewer, othersThan(mira)), ...work.changes }, { logos: 'picture' })),
    expected: profile('classic', identityOf(mira), withWork(classicFields(mira), work)),
  }),
);
