import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { classes } from '@/components/ui/classes';
import type { Account } from '@/lib/domain/account';
import { formatDate } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import styles from './AccountCard.module.css';
import { keyLife, type KeyLife } from './api-key';

interface ConnectedProps {
  readonly account: Account;
  readonly lists: number | null;
  readonly senders: number | null;
  readonly nowMs: number;
  /** Takes the focus when it appears: it is the result of what the user just did. */
  readonly takesFocus: boolean;
  /** Null while the form for another key is open. */
  readonly onReplace: (() => void) | null;
}

/** The connected account, how long its key is valid, and where the key is stored. */
export function Connected({ account, lists, senders, nowMs, takesFocus, onReplace }: ConnectedProps) {
  const life = keyLife(account.keyExpiresAt, nowMs);
  const isUrgent = life.kind === 'ending' || life.kind === 'ended';
  const replace =
    onReplace === null ? null : (
      <Button onClick={onReplace} look={isUrgent ? 'primary' : 'plain'}>
        {t('options.account.replace')}
      </Button>
    );
  return (
    <>
      <AccountCard {...{ account, isValid: true, lists, senders, nowMs, takesFocus }}>
        {isUrgent ? null : replace}
      </AccountCard>
      <KeyLifeNotice life={life} actions={replace ?? undefined} />
      {onReplace !== null && <p className={styles.where}>{t('options.connect.where')}</p>}
    </>
  );
}

interface AccountCardProps {
  readonly account: Account;
  /** False once GetSales has rejected the key. */
  readonly isValid: boolean;
  /** How many there are; null while unknown. */
  readonly lists: number | null;
  readonly senders: number | null;
  readonly nowMs: number;
  /** Takes the focus when it appears: it is the result of what the user just did. */
  readonly takesFocus: boolean;
  readonly children?: ReactNode;
}

/** The account of a key, with everything that may be shown of the key. */
export function AccountCard({ account, isValid, lists, senders, nowMs, takesFocus, children }: AccountCardProps) {
  return (
    <div className={classes(styles.card, !isValid && styles.broken)}>
      <Avatar name={account.userName} size="s" />
      <div className={styles.words}>
        <p className={styles.name} tabIndex={-1} ref={takesFocus ? takeFocus : null}>
          {rich(isValid ? 'options.account.connected' : 'options.account.was', { name: <bdi>{account.userName}</bdi> })}
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

interface KeyLifeNoticeProps {
  readonly life: KeyLife;
  /** The button that replaces the key. */
  readonly actions: ReactNode;
}

/** Warns before the key expires, and after it has. */
function KeyLifeNotice({ life, actions }: KeyLifeNoticeProps) {
  switch (life.kind) {
    case 'unknown':
    case 'long':
      return null;
    case 'ending':
      return (
        <Notice
          tone="care"
          title={life.days === 0 ? t('options.account.endingToday') : t('options.account.ending', { count: life.days })}
          actions={actions}
        >
          {t('options.account.endingBody')}
        </Notice>
      );
    case 'ended':
      return (
        <Notice tone="bad" title={t('options.account.ended')} actions={actions}>
          {t('options.account.endingBody')}
        </Notice>
      );
  }
}
