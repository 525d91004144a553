import { createRoot } from 'react-dom/client';
import { withTexts } from '@/lib/ui/page/page-texts';
import { ClockWarning } from './ClockWarning';
import { SiteAccess } from './SiteAccess';
import styles from './Warnings.module.css';

/** Loads the texts and puts what browser or computer need from the user above the page. */
export async function show(): Promise<void> {
  await withTexts(['warnings'], Promise.resolve());
  const above = document.createElement('div');
  above.className = styles.above ?? '';
  document.body.prepend(above);
  createRoot(above).render(
    <>
      <SiteAccess />
      <ClockWarning />
    </>,
  );
}
