import { mira } from '../../support/cast';
import { classic, classicPage } from '../pages/classic';
import { current, currentPage } from '../pages/current';
import { fullProfile } from '../pages/profile';
import { publicly, publicPage } from '../pages/public';
import { bySlug, classicFields, currentFields, identityOf, profile, publicFields, split } from './expect';
import { builtSample, inAddress, othersThan, pageSample } from './page-sample';
import { viewer } from './people';
import type { Sample } from './sample';

const url = inAddress(mira);
/** Pages after much scrolling, with thousands of elements. */
const shown = { ...fullProfile(mira, viewer, othersThan(mira)), posts: 250 };

export const samples: readonly Sample[] = [
  pageSample({
    name: 'classic/C1 scrolled far',
    url,
    page: () => classicPage(classic(shown)),
    expected: profile('classic', identityOf(mira), classicFields(mira)),
  }),
  builtSample({
    name: 'current/S1 scrolled far',
    url,
    page: () => currentPage(current(shown)),
    expected: profile('current', identityOf(mira), { ...currentFields(mira), ...split('Mira', 'Okonkwo') }),
  }),
  pageSample({
    name: 'public/P1 with all that is below it',
    url,
    page: () => publicPage(publicly(shown)),
    expected: profile('public', bySlug(mira), publicFields(mira)),
  }),
];
