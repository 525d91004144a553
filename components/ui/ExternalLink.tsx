import type { ReactNode } from 'react';
import { t } from '@/lib/i18n/text';
import styles from './ExternalLink.module.css';
import { Hidden } from './Hidden';
import { ExternalIcon } from './icons';

interface ExternalLinkProps {
  /** A constant of ours, with at most a checked id in its path; never an address that a page or GetSales gave. */
  readonly href: `https://${string}`;
  readonly children: ReactNode;
}

/** Leads out of the extension, in a new tab that learns nothing of where it was opened from. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  return (
    <a className={styles.link} href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <ExternalIcon />
      <Hidden> ({t('common.newTab')})</Hidden>
    </a>
  );
}
