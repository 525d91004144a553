import { ExternalLink } from '@/components/ui/ExternalLink';
import { t } from '@/lib/i18n/text';
import { rich } from '@/lib/ui/page/rich';
import styles from './OpenStep.module.css';

const LINKEDIN = 'https://www.linkedin.com/';

interface OpenStepProps {
  /** Null when the browser does not tell. */
  readonly pinned: boolean | null;
  /** The keyboard shortcut of the popup; null when there is none. */
  readonly shortcut: string | null;
}

/** The last step: pin the icon and open a first profile. */
export function OpenStep({ pinned, shortcut }: OpenStepProps) {
  return (
    <>
      <ul className={styles.hints}>
        <li>{pinned === true ? t('options.open.pinned') : t('options.open.pin')}</li>
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
