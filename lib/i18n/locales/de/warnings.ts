import type { Translation } from '../../text';
import type { texts as english } from '../en/warnings';

export const texts = {
  'access.title': 'Ihr Browser blockiert GetSales',
  'access.body':
    'Shortlist darf amazing.getsales.io nicht verwenden. Was Sie hinzugefügt und geschrieben haben, ist gespeichert.',
  'access.allow': 'Zugriff erlauben',
  'clock.title': 'Die Uhr dieses Computers geht falsch',
  'clock.body':
    'Sie weicht um {difference} von der Uhr von GetSales ab; angezeigte Zeiten können falsch sein. Stellen Sie sie in den Einstellungen des Computers.',
} as const satisfies Translation<typeof english>;
