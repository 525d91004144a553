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

interface KeyLifeNoticeProps {
  readonly life: KeyLife;
  /** The button that helps. */
  readonly actions: ReactNode;
}

/** A word in time, while the old key still works. */
export function KeyLifeNotice({ life, actions }: KeyLifeNoticeProps) {
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
