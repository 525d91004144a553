import { mira } from '../../../support/cast';
import { current, currentPage } from '../../pages/current';
import { fullProfile } from '../../pages/profile';
import { currentFields, identityOf, profile, split } from '../expect';
import { languages } from '../languages';
import { inAddress, othersThan, builtSample } from '../page-sample';
import { viewer } from '../people';
import type { Sample } from '../sample';

/** S1: a complete profile in every interface language. */
export const samples: readonly Sample[] = languages.flatMap((language) => [
  builtSample({
    name: `current/S1 full, ${language.code}`,
    url: inAddress(mira),
    page: () => currentPage(current(fullProfile(mira, viewer, othersThan(mira), language))),
    expected: profile('current', identityOf(mira), { ...currentFields(mira), ...split('Mira', 'Okonkwo') }),
  }),
  builtSample({
    name: `current/S1 no sticky header, ${language.code}`,
    url: inAddress(mira),
    page: () =>
      currentPage(
        current(fullProfile(mira, viewer, othersThan(mira), language), { hasToolbar: false, degrees: 'two' }),
      ),
    expected: profile('current', identityOf(mira), { ...currentFields(mira), ...split('Mira', 'Okonkwo') }),
  }),
]);
