import { useRef, useState } from 'react';
import { SwitchAccount } from '@/components/setup/account/SwitchAccount';
import { Button } from '@/components/ui/Button';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { ExternalLink } from '@/components/ui/ExternalLink';
import { TextField } from '@/components/ui/TextField';
import type { PendingCounts, InFlightReport } from '@/lib/domain/account';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import { useIsSlow } from '@/lib/ui/page/use-timers';
import { useConnect } from '@/lib/ui/setup/use-connect';
import styles from './ConnectForm.module.css';
import { API_KEYS_PAGE, readPastedKey } from './api-key';

interface ConnectFormProps {
  /** A key is stored already and will be replaced. */
  readonly replaces: boolean;
  readonly focusField: boolean;
  readonly onConnected: (inFlight: readonly InFlightReport[]) => void;
  /** Closes the form without a change; absent when there is nothing to return to. */
  readonly onCancel?: () => void;
}

/**
 * The form for the API key. Only the field itself holds the key: it is read when Check is pressed, emptied when GetSales
 * accepts the key, and left alone on failure.
 */
export function ConnectForm({ replaces, focusField, onConnected, onCancel }: ConnectFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isEmpty, setIsEmpty] = useState(false);
  const { state, check, fail, reset } = useConnect();
  const checking = state.name === 'checking';
  const isSlow = useIsSlow(checking);

  const submit = async (confirmed: PendingCounts | null): Promise<void> => {
    const input = field.current;
    if (input === null || checking) return;
    const pasted = readPastedKey(input.value);
    setIsEmpty(pasted.kind === 'empty');
    if (pasted.kind !== 'key') {
      if (pasted.kind === 'too-long') fail({ code: 'key-malformed' });
      input.focus();
      return;
    }
    const outcome = await check(pasted.key, confirmed);
    if (outcome.state === 'connected') {
      input.value = '';
      onConnected(outcome.inFlight);
    } else if (outcome.state === 'failed' && errorWords(outcome.error).help !== 'retry') {
      input.focus();
      input.select();
    }
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(null);
      }}
    >
      <p className={styles.intro}>{t('options.connect.intro')}</p>
      <p>
        <ExternalLink href={API_KEYS_PAGE}>{t('options.connect.openKeys')}</ExternalLink>
      </p>
      <TextField
        ref={field}
        type="password"
        autoComplete="off"
        autoFocus={focusField}
        spellCheck={false}
        readOnly={checking}
        label={replaces ? t('options.connect.newKey') : t('options.connect.key')}
        hint={t('options.connect.where')}
        {...(isEmpty ? { problem: t('options.connect.empty') } : {})}
        // Keeps password managers away: they would offer other secrets and store a copy of the key.
        data-1p-ignore=""
        data-bwignore=""
        data-lpignore="true"
        onChange={() => {
          setIsEmpty(false);
          if (state.name === 'failed') reset();
        }}
        action={
          <>
            <Button look="primary" type="submit" busy={checking}>
              {checking ? t('options.connect.checking') : t('options.connect.check')}
            </Button>
            {onCancel !== undefined && !checking && <Button onClick={onCancel}>{t('common.cancel')}</Button>}
          </>
        }
      />
      <p className={styles.waiting} role="status">
        {isSlow ? t('options.connect.slow') : ''}
      </p>
      {state.name === 'failed' && <ErrorNotice error={state.error} onRetry={() => void submit(null)} />}
      <SwitchAccount
        question={state.name === 'confirm' || state.name === 'switching' ? state : null}
        busy={state.name === 'switching'}
        onConfirm={(pending) => void submit(pending)}
        onCancel={reset}
      />
    </form>
  );
}
