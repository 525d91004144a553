import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/i18n/text';
import { useGetSalesAccess } from '@/lib/ui/setup/use-getsales-access';

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
