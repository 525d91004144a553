import { useState } from 'react';
import { recordRows, toCsv } from '@/components/activity/export-csv';
import { Button } from '@/components/ui/Button';
import type { AppError } from '@/lib/domain/app-error';
import { t } from '@/lib/i18n/text';
import { saveFile, useStoredRecords } from '@/lib/ui/activity/use-stored-records';
import { errorWords } from '@/lib/ui/page/error-words';
import styles from './ExportRecords.module.css';

type State = { readonly name: 'idle' | 'busy' | 'done' } | { readonly name: 'failed'; readonly error: AppError };

/** Saves everything that is about to be erased as a file: outbox entries and unsent texts. */
export function ExportRecords() {
  const [state, setState] = useState<State>({ name: 'idle' });
  const read = useStoredRecords();
  const press = async (): Promise<void> => {
    setState({ name: 'busy' });
    const records = await read();
    if (records.ok)
      saveFile(t('activity.file'), 'text/csv', toCsv(recordRows(records.value.entries, records.value.drafts)));
    setState(records.ok ? { name: 'done' } : { name: 'failed', error: records.error });
  };
  return (
    <div className={styles.export}>
      <Button busy={state.name === 'busy'} onClick={() => void press()}>
        {t('options.records.export')}
      </Button>
      <p className={styles.status} role="status">
        {state.name === 'done' && t('options.records.exported')}
        {state.name === 'failed' && t('activity.notDone', { reason: errorWords(state.error).title })}
      </p>
    </div>
  );
}
