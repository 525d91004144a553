import { createRoot } from 'react-dom/client';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/i18n/text';
import { withTexts } from '@/lib/ui/page/page-texts';
import { useGetSalesAccess } from '@/lib/ui/setup/use-getsales-access';
import styles from './SiteAccess.module.css';

/** Says above every screen that the browser does not let the extension reach GetSales. */
export function SiteAccess() {
  const { isMissing, allow } = useGetSalesAccess();
  return isMissing ? (
    <Notice
      tone="bad"
      title={t('access.title')}
      announce="alert"
      actions={
        <Button look="primary" onClick={allow}>
          {t('access.allow')}
        </Button>
      }
    >
      {t('access.body')}
    </Notice>
  ) : null;
}

/** Loads the texts and puts the notice above the page. */
export async function show(): Promise<void> {
  await withTexts(['access'], Promise.resolve());
  const above = document.createElement('div');
  above.className = styles.above ?? '';
  document.body.prepend(above);
  createRoot(above).render(<SiteAccess />);
}
