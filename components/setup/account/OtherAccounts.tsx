import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/i18n/text';
import { useOtherAccounts } from '@/lib/ui/activity/use-stored-records';
import { ExportRecords } from './ExportRecords';

/** Entries stored for accounts that are not connected. They can be exported or erased, and are never carried out. */
export function OtherAccounts() {
  const [asking, setAsking] = useState(false);
  const { count, erasing, error, erase } = useOtherAccounts();
  const close = (): void => {
    if (!erasing) setAsking(false);
  };
  if (count === 0) return null;
  return (
    <>
      <Notice
        tone="care"
        title={t('options.others.title', { count })}
        announce="status"
        actions={
          <>
            <ExportRecords />
            <Button
              look="danger"
              onClick={() => {
                setAsking(true);
              }}
            >
              {t('options.others.erase')}
            </Button>
          </>
        }
      >
        {t('options.others.body')}
      </Notice>
      <Dialog
        open={asking}
        title={t('options.others.ask', { count })}
        onClose={close}
        actions={
          <>
            <Button onClick={close} disabled={erasing}>
              {t('common.cancel')}
            </Button>
            <Button
              look="danger"
              busy={erasing}
              onClick={() => {
                erase(close);
              }}
            >
              {t('options.others.confirm')}
            </Button>
          </>
        }
      >
        <p>{t('options.others.erases')}</p>
        {error !== null && <ErrorNotice error={error} />}
      </Dialog>
    </>
  );
}
