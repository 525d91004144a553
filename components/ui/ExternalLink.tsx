import type { ReactNode } from 'react';
import { t } from '@/lib/i18n/text';
import styles from './ExternalLink.module.css';
import { Hidden } from './Hidden';
import { ExternalIcon } from './icons';

interface ExternalLinkProps {
  /** A constant address, with at most a checked id in its path; never an address from a page or from GetSales. */
  readonly href: `https://${string}`;
  readonly children: ReactNode;
}

/** A link out of the extension. It opens a new tab without referrer or opener. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  return (
    <a className={styles.link} href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <ExternalIcon />
      <Hidden> ({t('common.newTab')})</Hidden>
    </a>
  );
}
