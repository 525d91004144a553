import { pastJob } from '../pages/profile';
import { proven } from './expect';
import { languages } from './languages';
import { tr } from './languages/asian';
import { de } from './languages/germanic';
import type { Language } from './languages/language';
import { el } from './languages/other-european';
import type { WorkCase } from './roles';

/** "Self-employed" and "Freelance" in the company's place, as LinkedIn or its members write it in each language. */
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
  // Capitals that do not simply fold.
  ...[de, el, tr].map((language) => {
    const word = language.selfEmployed.toLocaleUpperCase(language.code);
    return ownBoss(language, `${word}, with badge`, word, `${word} · ${language.freelance}`);
  }),
];

function ownBoss(language: Language, name: string, company: string | null, line: string): WorkCase {
  const role = { position: 'Illustrator', dates: language.ongoing };
  return {
    name: `own boss, ${language.code}: ${name}`,
    changes: { company, school: null, language, posts: 2, experience: [{ line, role }, pastJob(language)] },
    position: proven('Illustrator', 'structure'),
    company: null,
  };
}
