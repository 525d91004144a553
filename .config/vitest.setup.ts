import fc from 'fast-check';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, vi } from 'vitest';
import { importTexts } from '../lib/i18n/languages';
import { showTexts } from '../lib/i18n/text';
import { SEED } from '../lib/linkedin/testing/seed';

// Every run uses the same examples, so that results in CI are reproducible.
fc.configureGlobal({ seed: SEED });

// Texts are English, dates and times British, on every machine.
const PAGES = [
  'everywhere',
  'errors',
  'popup',
  'person',
  'people',
  'panel',
  'options',
  'activity',
  'warnings',
] as const;
showTexts('en', 'en-GB', await importTexts('en', PAGES));

// Every test begins with no database.
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
