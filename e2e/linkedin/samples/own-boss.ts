import { pastJob } from '../pages/profile';
import { proven } from './expect';
import { languages } from './languages';
import { tr } from './languages/asian';
import { de } from './languages/germanic';
import type { Language } from './languages/language';
import { el } from './languages/other-european';
import type { WorkCase } from './roles';

/** "Self-employed" and "Freelance" instead of a company, as LinkedIn or its members write it in each language. */
export const selfEmployed: readonly WorkCase[] = [
  ...languages.flatMap((language) => [
    ownBoss(language, `${language.selfEmployed}, alone`, null, language.selfEmployed),
    ownBoss(
      language,
      `${language.freelance} with kind of employment and badge`,
      language.freelance,
      `${language.freelance} · ${language.selfEmployed}`,
    ),
  ]),
  // Capitals whose lower case is irregular.
  ...[de, el, tr].map((language) => {
    const word = language.selfEmployed.toLocaleUpperCase(language.code);
    return ownBoss(language, `${word}, with badge`, word, `${word} · ${language.freelance}`);
  }),
];

function ownBoss(language: Language, name: string, company: string | null, line: string): WorkCase {
  const role = { position: 'Illustrator', dates: language.ongoing };
  return {
    name: `self-employed, ${language.code}: ${name}`,
    changes: { company, school: null, language, posts: 2, experience: [{ line, role }, pastJob(language)] },
    position: proven('Illustrator', 'structure'),
    company: null,
  };
}
