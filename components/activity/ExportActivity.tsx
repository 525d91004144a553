import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import { saveFile } from '@/lib/ui/activity/save-file';
import { useEntryAct, type Activity } from '@/lib/ui/activity/use-activity';
import styles from './Activity.module.css';
import { toCsv } from './csv';
import { activityRows } from './export-csv';

/** Everything that passes the filter as a file for a spreadsheet. Message texts are not in it. */
export function ExportActivity({ all }: Pick<Activity, 'all'>) {
  const [count, setCount] = useState<number | null>(null);
  const { busy, error, run } = useEntryAct();
  const press = (): void => {
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
      <Button busy={busy} onClick={press}>
        {t(busy ? 'activity.exporting' : 'activity.export')}
      </Button>
      <p className={styles.told} role="status">
        {error !== null && t('activity.notDone', { reason: errorWords(error).title })}
        {error === null && count !== null && t('activity.exported', { count })}
      </p>
    </>
  );
}
