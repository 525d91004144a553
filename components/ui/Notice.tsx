import type { ReactNode } from 'react';
import styles from './Notice.module.css';
import { classes } from './classes';

interface NoticeProps {
  readonly tone: 'good' | 'care' | 'bad' | 'plain';
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Buttons that help. */
  readonly actions?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits for a pause; omit for content present from the start. */
  readonly announce?: 'alert' | 'status';
}

/** A message: what happened or needs a decision, with details and buttons. */
export function Notice({ tone, title, children, actions, announce }: NoticeProps) {
  return (
    <div className={classes(styles.notice, styles[tone])} role={announce}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.body}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
