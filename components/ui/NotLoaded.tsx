import { t } from '@/lib/i18n/text';
import { Button } from './Button';
import { Notice } from './Notice';

/** Says that a page or a part of it could not be loaded, such as after an update of the extension. */
export function NotLoaded() {
  return (
    <Notice
      tone="bad"
      title={t('common.notLoaded')}
      announce="alert"
      actions={
        <Button
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('common.reload')}
        </Button>
      }
    />
  );
}
