import { person, type Person } from './person';

/** Another person called Mira Okonkwo. */
export const namesake: Person = person({
  slug: 'mira-okonkwo-9b2',
  number: 733_000_111,
  names: ['Mira', 'Okonkwo'],
  work: ['Baker', 'Hvete'],
  location: 'Tromsø, Norway',
  about: 'I bake at night.',
});
