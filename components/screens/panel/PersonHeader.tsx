import type { ReactNode } from 'react';
import { formatDateShort, formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { Avatar } from '@/components/ui/Avatar';
import { classes } from '@/components/ui/classes';
import styles from './PersonHeader.module.css';

/** Pinned to a person or following the tab, and how to change it. */
export interface Following {
  readonly pinned: boolean;
  /** Pinned, while the tab shows somebody else. */
  readonly elsewhere: boolean;
  readonly toggle: () => void;
}

interface PersonHeaderProps {
  readonly name: string | null;
  readonly headline: string | null;
  /** Always beside the name: names can look alike, addresses cannot. */
  readonly reference: string;
  readonly following: Following;
  /** When GetSales last said what is shown, ISO; null before that. */
  readonly asOf: string | null;
  readonly refreshing: boolean;
  /** Null while the first answer is on its way. */
  readonly onRefresh: (() => void) | null;
  /** Null while there is nothing to open. */
  readonly onOpen: (() => void) | null;
  /** Facts about the person, and what is under way. */
  readonly children?: ReactNode;
}

/** Whom the panel is about: name, headline and address, how fresh it is, and the ways out. */
export function PersonHeader(props: PersonHeaderProps) {
  const { name, headline, reference, following, children } = props;
  return (
    <header className={styles.header}>
      <div className={styles.person}>
        <Avatar name={name} />
        <div className={styles.who}>
          <div className={styles.line}>
            <h1 className={styles.name} dir="auto">
              {name ?? reference}
            </h1>
            <button
              type="button"
              className={classes(styles.follow, following.pinned && styles.pinned)}
              title={following.pinned ? t('panel.header.pinnedHint') : t('panel.header.followingHint')}
              onClick={following.toggle}
            >
              {following.pinned ? t('panel.header.pinned') : t('panel.header.following')}
            </button>
          </div>
          {headline !== null && (
            <p className={styles.headline} dir="auto">
              {headline}
            </p>
          )}
          {name !== null && (
            <p className={styles.slug}>
              <bdi>{reference}</bdi>
            </p>
          )}
          <Meta {...props} />
        </div>
      </div>
      {children}
      {following.elsewhere && (
        <p className={styles.elsewhere} role="status">
          {t('panel.header.elsewhere')}
          <button type="button" className={styles.link} onClick={following.toggle}>
            {t('panel.header.followNow')}
          </button>
        </p>
      )}
    </header>
  );
}

function Meta({ asOf, refreshing, onRefresh, onOpen }: PersonHeaderProps) {
  return (
    <p className={styles.meta}>
      {asOf !== null && <span>{t('common.asOf', { time: moment(asOf) })}</span>}
      {onRefresh !== null && (
        <button type="button" className={styles.link} aria-busy={refreshing || undefined} onClick={onRefresh}>
          {refreshing ? t('panel.header.refreshing') : t('common.refresh')}
        </button>
      )}
      {onOpen !== null && (
        <button type="button" className={styles.link} onClick={onOpen}>
          {t('common.openInGetSales')}
        </button>
      )}
    </p>
  );
}

/** `14:02`, with the day when it is not today's. */
function moment(iso: string): string {
  const now = Date.now();
  const isToday = new Date(iso).toDateString() === new Date(now).toDateString();
  return isToday ? formatTime(iso) : `${formatDateShort(iso, now)}, ${formatTime(iso)}`;
}
