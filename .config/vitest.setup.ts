import fc from 'fast-check';
import '../lib/i18n/options-texts';
import { SEED } from '../lib/linkedin/testing/seed';

// Every property tries the same examples on every run: what CI refuses can be repeated, and what it accepts stays accepted.
fc.configureGlobal({ seed: SEED });
