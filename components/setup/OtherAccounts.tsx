import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/error-words';
import { useOtherAccounts } from '@/lib/ui/use-stored-records';
import { ExportRecords } from './ExportRecords';

/** Entries that are stored for an account that is not connected: to be saved or erased, never carried out. */
export function OtherAccounts() {
  const { count, erasing, error, erase } = useOtherAccounts();
  if (count === 0) return null;
  return (
    <Notice
      tone="care"
      title={t('options.others.title', { count })}
      announce="status"
      actions={
        <>
          <ExportRecords />
          <Button look="danger" busy={erasing} onClick={erase}>
            {t('options.others.erase')}
          </Button>
        </>
      }
    >
      {t('options.others.body')}
      {error !== null && <p role="alert">{t('activity.notDone', { reason: errorWords(error).title })}</p>}
    </Notice>
  );
}
