import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { t } from '@/lib/i18n/text';
import { type Activity, useEntryAction } from '@/lib/ui/activity/use-activity';
import { saveFile } from '@/lib/ui/activity/use-stored-records';
import { errorWords } from '@/lib/ui/page/error-words';
import styles from './Activity.module.css';
import { activityRows, toCsv } from './export-csv';

/** Exports the filtered entries as a spreadsheet file, without message texts. */
export function ExportActivity({ all }: Pick<Activity, 'all'>) {
  const [count, setCount] = useState<number | null>(null);
  const { busy, error, run } = useEntryAction();
  const exportAll = (): void => {
    setCount(null);
    void run(async () => {
      const found = await all();
      if (found.ok) {
        saveFile(t('activity.file'), 'text/csv', toCsv(activityRows(found.value)));
        setCount(found.value.length);
      }
      return found;
    });
  };
  return (
    <>
      <Button busy={busy} onClick={exportAll}>
        {t(busy ? 'activity.exporting' : 'activity.export')}
      </Button>
      <p className={styles.exportStatus} role="status">
        {error !== null && t('activity.notDone', { reason: errorWords(error).title })}
        {error === null && count !== null && t('activity.exported', { count })}
      </p>
    </>
  );
}

/** Erases the activity after saying what is erased and what stays. */
export function EraseActivity({ erase }: Pick<Activity, 'erase'>) {
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useEntryAction();
  const close = (): void => {
    if (!busy) setAsking(false);
  };
  const confirm = async (): Promise<void> => {
    if (await run(erase)) setAsking(false);
  };
  return (
    <>
      <Button
        look="quiet"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('activity.erase')}
      </Button>
      <Dialog
        open={asking}
        title={t('activity.eraseAsk')}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('common.cancel')}</Button>
            <Button look="danger" busy={busy} onClick={() => void confirm()}>
              {t('activity.eraseConfirm')}
            </Button>
          </>
        }
      >
        <p>{t('activity.eraseBody')}</p>
        <p>{t('activity.eraseStays')}</p>
        {error !== null && <ErrorNotice error={error} />}
      </Dialog>
    </>
  );
}
