import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { saying } from '@/components/testing/saying';
import { show } from '@/components/testing/show';
import { LanguageChoice } from '@/components/setup/steps/LanguageChoice';
import { freshStorage } from '@/e2e/support/extension-storage';
import { t } from '@/lib/i18n/text';
import { language } from '@/lib/settings/first-paint';
import { OpenStep } from './OpenStep';
import { Step } from './Step';

test.each([
  ['current', 'step', 'Connect', true],
  ['open', null, 'Connect', true],
  ['done', null, new RegExp(`^Connect.*${t('options.step.done')}`, 'u'), true],
  ['later', null, 'Connect', false],
] as const)('a step that is %s', async (state, current, name, isOpen) => {
  await show(
    <ol>
      <Step number={1} title="Connect" state={state} later="First the key.">
        {'The form'}
      </Step>
    </ol>,
  );
  expect(screen.getByRole('listitem').getAttribute('aria-current')).toBe(current);
  expect(screen.getByRole('region', { name })).not.toBeNull();
  expect(screen.queryByText('The form') !== null).toBe(isOpen);
  expect(screen.queryByText('First the key.') !== null).toBe(!isOpen);
});

test.each([
  [true, t('options.open.pinned')],
  [false, t('options.open.pin')],
  [null, t('options.open.pin')],
])('says how to pin the icon when pinned is %s', async (pinned, words) => {
  await show(<OpenStep pinned={pinned} shortcut={null} />);
  expect(screen.getByText(words)).not.toBeNull();
  expect(screen.getByText(t('options.open.profileNoShortcut'))).not.toBeNull();
  expect(screen.getByText(t('options.open.promise'))).not.toBeNull();
});

test('names the shortcut when there is one', async () => {
  await show(<OpenStep pinned shortcut="Alt+L" />);
  expect(screen.getByText(saying(t('options.open.profile', { shortcut: 'Alt+L' })))).not.toBeNull();
});

const field = (): HTMLSelectElement => screen.getByRole('combobox', { name: t('options.language.label') });

test('the language follows the browser until one is chosen, each named in itself', async () => {
  const { user } = await show(<LanguageChoice />);
  expect(field().selectedOptions[0]?.textContent).toBe(t('options.language.browser'));
  await user.selectOptions(field(), 'Deutsch');
  expect(await language.getValue()).toBe('de');
  expect(field().value).toBe('de');
  await user.selectOptions(field(), t('options.language.browser'));
  expect(await language.getValue()).toBeNull();
});

test('a language that cannot be stored is not chosen, and the page says so', async () => {
  const storage = freshStorage();
  const { user } = await show(<LanguageChoice />);
  storage.failWrites('local', new Error('disk'));
  await user.selectOptions(field(), 'Deutsch');
  expect(screen.getByRole('alert').textContent).toBe(t('options.language.unsaved'));
  expect(field().value).toBe('');
});
