import { SelectField } from '@/components/ui/SelectField';
import { t } from '@/lib/i18n/text';
import { useLanguage } from '@/lib/ui/setup/use-language';

/** The language of every page: the browser's, or one of those that have texts. */
export function LanguageChoice() {
  const { languages, chosen } = useLanguage();
  return (
    <>
      <SelectField
        label={t('options.language.label')}
        value={chosen.value ?? ''}
        disabled={!chosen.loaded}
        onChange={({ target }) => {
          chosen.set(target.value === '' ? null : target.value);
        }}
      >
        <option value="">{t('options.language.browser')}</option>
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </SelectField>
      <p role="alert">{chosen.failed ? t('options.language.unsaved') : ''}</p>
    </>
  );
}
