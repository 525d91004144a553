import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import { classes } from '@/components/ui/classes';
import type { Account } from '@/lib/domain/account';
import { formatDate } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import styles from './AccountCard.module.css';
import { keyLife } from './api-key';

interface AccountCardProps {
  readonly account: Account;
  /** False once GetSales has refused the key. */
  readonly works: boolean;
  /** How many there are; null while that is not known. */
  readonly lists: number | null;
  readonly senders: number | null;
  readonly nowMs: number;
  /** Takes the focus at appearing: it is the answer to what was just done. */
  readonly focused: boolean;
  readonly children?: ReactNode;
}

/** Whose key this is: everything that may be shown of it. */
export function AccountCard({ account, works, lists, senders, nowMs, focused, children }: AccountCardProps) {
  return (
    <div className={classes(styles.card, !works && styles.broken)}>
      <Avatar name={account.userName} size="s" />
      <div className={styles.words}>
        <p className={styles.name} tabIndex={-1} ref={focused ? takeFocus : null}>
          {rich(works ? 'options.account.connected' : 'options.account.was', { name: <bdi>{account.userName}</bdi> })}
        </p>
        <ul className={styles.facts}>
          {facts(account, lists, senders, nowMs).map(([key, fact]) => (
            <li key={key}>{fact}</li>
          ))}
        </ul>
      </div>
      {children}
    </div>
  );
}

function facts(
  account: Account,
  lists: number | null,
  senders: number | null,
  nowMs: number,
): readonly (readonly [string, ReactNode])[] {
  return [
    ...(account.workspace === null
      ? []
      : [['workspace', rich('options.account.workspace', { name: <bdi>{account.workspace}</bdi> })] as const]),
    ...(lists === null ? [] : [['lists', t('options.account.lists', { count: lists })] as const]),
    ...(senders === null ? [] : [['senders', t('options.account.senders', { count: senders })] as const]),
    ['key', rich('options.account.keyTail', { tail: <bdi>{account.keyTail}</bdi> })],
    ...(account.keyExpiresAt === null ? [] : [['life', lifeWords(account.keyExpiresAt, nowMs)] as const]),
  ];
}

function lifeWords(expiresAt: string, nowMs: number): string {
  const date = formatDate(expiresAt);
  return keyLife(expiresAt, nowMs).kind === 'ended'
    ? t('options.account.expiredOn', { date })
    : t('options.account.validUntil', { date });
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
