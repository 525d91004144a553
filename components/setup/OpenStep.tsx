import { ExternalLink } from '@/components/ui/ExternalLink';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/rich';
import type { Toolbar } from '@/lib/tab/toolbar';
import { LINKEDIN } from './links';
import styles from './OpenStep.module.css';

/** The last step: the icon within reach, and the first profile. */
export function OpenStep({ toolbar }: { readonly toolbar: Toolbar | null }) {
  const shortcut = toolbar?.shortcut ?? null;
  return (
    <>
      <ul className={styles.hints}>
        <li>{toolbar?.pinned === true ? t('options.open.pinned') : t('options.open.pin')}</li>
        <li>
          {shortcut === null
            ? t('options.open.profileNoShortcut')
            : rich('options.open.profile', { shortcut: <kbd className={styles.keys}>{shortcut}</kbd> })}
        </li>
      </ul>
      <p className={styles.promise}>{t('options.open.promise')}</p>
      <p>
        <ExternalLink href={LINKEDIN}>{t('options.open.linkedin')}</ExternalLink>
      </p>
    </>
  );
}
