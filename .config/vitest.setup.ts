import fc from 'fast-check';
import '../lib/i18n/options-texts';
import { SEED } from '../lib/linkedin/testing/seed';

// Every run uses the same examples, so that results in CI are reproducible.
fc.configureGlobal({ seed: SEED });
