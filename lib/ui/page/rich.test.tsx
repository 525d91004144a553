import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { importTexts } from '@/lib/i18n/languages';
import { showTexts } from '@/lib/i18n/text';
import { rich } from './rich';

it('shows numbers in the form of the locale, as plain texts do', async () => {
  showTexts('de', 'de-DE', await importTexts('de', ['people']));
  expect(renderToStaticMarkup(<p>{rich('popup.people.count', { count: 8000 })}</p>)).toBe('<p>8.000 Personen</p>');
});
