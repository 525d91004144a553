import { mira } from '../../support/cast';
import { classic, classicPage } from '../pages/classic';
import { current, currentPage } from '../pages/current';
import { fullProfile } from '../pages/profile';
import { nguyen } from './cast/scripts';
import type { Person } from './cast/person';
import { classicFields, currentFields, identityOf, profile, split } from './expect';
import { builtSample, othersThan, pageSample } from './page-sample';
import { viewer } from './people';
import type { Sample } from './sample';

/** Different addresses of one profile. */
const ADDRESSES: readonly (readonly [name: string, profileOwner: Person, address: string])[] = [
  ['S25 a member id', mira, `https://www.linkedin.com/in/${mira.memberId}/`],
  ['a member id with suffix', mira, `https://www.linkedin.com/in/${mira.memberId}/overlay/photo/?lipi=urn%3Ali%3Apage`],
  ['another locale', mira, 'https://www.linkedin.com/in/mira-okonkwo/de/'],
  ['a locale with region', mira, 'https://www.linkedin.com/in/mira-okonkwo/pt-br/?originalSubdomain=br'],
  [
    'tracking',
    mira,
    'https://www.linkedin.com/in/mira-okonkwo?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A1&trk=x#about',
  ],
  ['capitals', mira, 'https://www.linkedin.com/in/Mira-Okonkwo/'],
  ['no www', mira, 'https://linkedin.com/in/mira-okonkwo/'],
  [
    'S16 marks written apart and percent-encoded',
    nguyen,
    `https://www.linkedin.com/in/${encodeURIComponent(nguyen.slug.normalize('NFD'))}/`,
  ],
  ['S16 lower-case escapes', nguyen, 'https://www.linkedin.com/in/nguy%e1%bb%85n-th%e1%bb%8b-an-x4/'],
  ['S16 not encoded', nguyen, 'https://www.linkedin.com/in/nguyễn-thị-an-x4/'],
];

export const samples: readonly Sample[] = ADDRESSES.flatMap(([name, profileOwner, url]) => {
  const shown = fullProfile(profileOwner, viewer, othersThan(profileOwner));
  const twoWords = profileOwner === mira ? split('Mira', 'Okonkwo') : {};
  return [
    pageSample({
      name: `classic/address: ${name}`,
      url,
      page: () => classicPage(classic(shown)),
      expected: profile('classic', identityOf(profileOwner), classicFields(profileOwner)),
    }),
    builtSample({
      name: `current/address: ${name}`,
      url,
      page: () => currentPage(current(shown)),
      expected: profile('current', identityOf(profileOwner), { ...currentFields(profileOwner), ...twoWords }),
    }),
  ];
});
