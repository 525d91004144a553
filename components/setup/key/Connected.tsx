import { Button } from '@/components/ui/Button';
import type { Account } from '@/lib/domain/account';
import { t } from '@/lib/i18n/text';
import { AccountCard } from './AccountCard';
import { keyLife } from './api-key';
import { KeyLifeNotice } from './KeyLifeNotice';
import styles from './Connected.module.css';

interface ConnectedProps {
  readonly account: Account;
  readonly lists: number | null;
  readonly senders: number | null;
  readonly nowMs: number;
  /** The answer to what the user just did, so it takes the focus. */
  readonly focused: boolean;
  /** Null while the form for another key is open. */
  readonly onReplace: (() => void) | null;
}

/** Whose key this is, how long it works, where it is kept. */
export function Connected({ account, lists, senders, nowMs, focused, onReplace }: ConnectedProps) {
  const life = keyLife(account.keyExpiresAt, nowMs);
  const pressing = life.kind === 'ending' || life.kind === 'ended';
  const replace =
    onReplace === null ? null : (
      <Button onClick={onReplace} look={pressing ? 'primary' : 'plain'}>
        {t('options.account.replace')}
      </Button>
    );
  return (
    <>
      <AccountCard {...{ account, works: true, lists, senders, nowMs, focused }}>
        {pressing ? null : replace}
      </AccountCard>
      <KeyLifeNotice life={life} actions={replace ?? undefined} />
      {onReplace !== null && <p className={styles.where}>{t('options.connect.where')}</p>}
    </>
  );
}
