import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { t } from '@/lib/i18n/text';
import { useEntryAct, type Activity } from '@/lib/ui/activity/use-activity';

/** Erasing says what goes and what stays before it does. */
export function EraseActivity({ erase }: Pick<Activity, 'erase'>) {
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useEntryAct();
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
