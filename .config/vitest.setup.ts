import fc from 'fast-check';
import { importTexts } from '../lib/i18n/languages';
import { showTexts } from '../lib/i18n/text';
import { SEED } from '../lib/linkedin/testing/seed';

// Every property tries the same examples on every run: what CI refuses can be repeated, and what it accepts stays accepted.
fc.configureGlobal({ seed: SEED });

// Texts are English, dates and times British, on every machine.
const PAGES = ['everywhere', 'errors', 'popup', 'people', 'panel', 'options', 'activity'] as const;
showTexts('en', 'en-GB', await importTexts('en', PAGES));
