import { classes } from '@/components/ui/classes';
import { Hidden } from '@/components/ui/Hidden';
import { IconButton } from '@/components/ui/IconButton';
import { SettingsIcon } from '@/components/ui/icons';
import { t } from '@/lib/i18n/text';
import type { SessionView } from '@/lib/ui/worker/use-session';
import styles from './PopupScreen.module.css';

interface PopupScreenBarProps {
  readonly session: SessionView;
  readonly workspace: string | null;
  readonly onOptions: () => void;
}

/** Which workspace this is, whether it is connected, and the way to the options. */
export function PopupScreenBar({ session, workspace, onOptions }: PopupScreenBarProps) {
  const connected = session.state === 'connected' || (session.state === 'asking' && session.expected);
  return (
    <header className={styles.bar}>
      <span
        className={classes(styles.dot, connected && styles.connected, session.state === 'rejected' && styles.rejected)}
      />
      {workspace !== null && (
        <bdi className={styles.workspace} title={workspace}>
          {workspace}
        </bdi>
      )}
      <span>{t('common.getsales')}</span>
      {connected ? <Hidden>{connectionWords(session)}</Hidden> : <span>{connectionWords(session)}</span>}
      <span className={styles.push}>
        <IconButton label={t('common.options')} onClick={onOptions}>
          <SettingsIcon />
        </IconButton>
      </span>
    </header>
  );
}

function connectionWords(session: SessionView): string {
  switch (session.state) {
    case 'asking':
      return t('popup.bar.asking');
    case 'connected':
      return t('popup.bar.connected');
    case 'rejected':
      return t('popup.bar.rejected');
    case 'disconnected':
    case 'failed':
      return t('popup.bar.disconnected');
  }
}
