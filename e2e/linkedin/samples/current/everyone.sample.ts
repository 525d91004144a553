import { current, currentPage } from '../../pages/current';
import { fullProfile } from '../../pages/profile';
import { currentFields, identityOf, profile, split } from '../expect';
import { inAddress, othersThan, builtSample } from '../page-sample';
import { people, viewer } from '../people';
import type { ExpectedReading, Sample } from '../sample';

/**
 * How the shown names may be split: two words, or one word and a family name that particles begin. People not listed here have
 * more words, one, a nickname, or a script that puts the family name first.
 */
const SPLIT: Readonly<Record<string, ExpectedReading['fields']>> = {
  'Mira Okonkwo': split('Mira', 'Okonkwo'),
  'Ana Duarte': split('Ana', 'Duarte'),
  'Jonas Berg': split('Jonas', 'Berg'),
  'Dr. Amara Nwosu': split('Amara', 'Nwosu', 'inferred'),
  'Prof. Rosalind Achterberg, PhD, MBA': split('Rosalind', 'Achterberg', 'inferred'),
  'Piotr Zieliński 🚀': split('Piotr', 'Zieliński', 'inferred'),
  'Inês (Moreira) Castelo': split('Inês', 'Castelo', 'inferred'),
  'Willem van der Meer': split('Willem', 'van der Meer', 'inferred'),
  'Jean-Luc d’Aubigny': split('Jean-Luc', 'd’Aubigny'),
  'Salman bin Rashid': split('Salman', 'bin Rashid', 'inferred'),
  'ليلى حداد': split('ليلى', 'حداد'),
  'נועה לוי': split('נועה', 'לוי'),
  'مهسا رضایی': split('مهسا', 'رضایی'),
  'Ирина Соколова': split('Ирина', 'Соколова'),
  'สมชาย ใจดี': split('สมชาย', 'ใจดี'),
  'आरती शर्मा': split('आरती', 'शर्मा'),
  'Ελένη Παπαδάκη': split('Ελένη', 'Παπαδάκη'),
  'Işıl Yılmaz': split('Işıl', 'Yılmaz'),
  'Anouk Pellerin | People Ops': split('Anouk', 'Pellerin', 'inferred'),
  'Ravi K.': split('Ravi', 'K.', 'inferred'),
  'Hedda Nyström': split('Hedda', 'Nyström'),
  'Kofi Mensah': split('Kofi', 'Mensah'),
  'Ola Brandt': split('Ola', 'Brandt'),
  'Bea Falk': split('Bea', 'Falk'),
};

/** Everyone in the cast except the viewer: S13, S14, S16, S20 and names of all other kinds. */
export const samples: readonly Sample[] = people
  .filter((person) => person !== viewer)
  .map((person) =>
    builtSample({
      name: `current/${person.name}`,
      url: inAddress(person),
      page: () => currentPage(current(fullProfile(person, viewer, othersThan(person)))),
      expected: profile('current', identityOf(person), { ...currentFields(person), ...SPLIT[person.name] }),
    }),
  );
