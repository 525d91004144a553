import type { Translation } from '../../text';
import type { texts as english } from '../en/access';

export const texts = {
  'access.title': 'Ihr Browser blockiert GetSales',
  'access.body':
    'Shortlist darf amazing.getsales.io nicht verwenden. Was Sie hinzugefügt und geschrieben haben, ist gespeichert.',
  'access.allow': 'Zugriff erlauben',
} as const satisfies Translation<typeof english>;
