import type { MouseEvent } from 'react';
import type { AppError } from '@/lib/domain/app-error';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import { useUpdate } from '@/lib/ui/page/use-update';
import { Button } from './Button';
import { Notice } from './Notice';

interface ErrorNoticeProps {
  readonly error: AppError;
  /** Repeats what failed; the button is shown when a retry can help. */
  readonly onRetry?: (event: MouseEvent<HTMLButtonElement>) => void;
  /** Opens the options page; the button is shown when a key is needed. */
  readonly onConnect?: () => void;
  readonly retrying?: boolean;
}

/** An error in words with the one button that helps. */
export function ErrorNotice({ error, onRetry, onConnect, retrying = false }: ErrorNoticeProps) {
  const { title, body, help } = errorWords(error);
  const { state, update } = useUpdate();
  const button =
    help === 'retry' && onRetry !== undefined ? (
      <Button onClick={onRetry} busy={retrying}>
        {t('common.retry')}
      </Button>
    ) : help === 'connect' && onConnect !== undefined ? (
      <Button look="primary" onClick={onConnect}>
        {error.code === 'not-connected' ? t('common.connect') : t('common.checkKey')}
      </Button>
    ) : help === 'update' ? (
      <Button look="primary" onClick={update} busy={state === 'asking'}>
        {t('error.storageNewer.update')}
      </Button>
    ) : null;
  return (
    <Notice tone="bad" title={title} announce="alert" actions={button ?? undefined}>
      {help === 'update' && state === 'none' ? t('error.storageNewer.none') : body}
    </Notice>
  );
}
