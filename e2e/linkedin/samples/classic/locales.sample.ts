import { mira } from '../../../support/cast';
import { classic, classicPage } from '../../pages/classic';
import { fullProfile } from '../../pages/profile';
import { classicFields, identityOf, profile } from '../expect';
import { languages } from '../languages';
import { inAddress, othersThan, pageSample } from '../page-sample';
import { viewer } from '../people';
import type { Sample } from '../sample';

/** C1: a complete profile in every interface language. */
export const samples: readonly Sample[] = languages.map((language) =>
  pageSample({
    name: `classic/C1 full, ${language.code}`,
    url: inAddress(mira),
    page: () => classicPage(classic(fullProfile(mira, viewer, othersThan(mira), language))),
    expected: profile('classic', identityOf(mira), classicFields(mira)),
  }),
);
