import type { Translation } from '../../text';
import type { texts as english } from '../en/popup';

export const texts = {
  'popup.bar.connected': 'Verbunden',
  'popup.bar.disconnected': 'Nicht verbunden',
  'popup.bar.rejected': 'Schlüssel abgelehnt',
  'popup.bar.asking': 'Wird verbunden …',

  'popup.connect.title': 'GetSales verbinden',
  'popup.connect.body': 'Fügen Sie einmal Ihren API-Schlüssel ein. Danach genügt ein Klick, um jemanden hinzuzufügen.',

  'popup.checkKey.title': 'Ihr API-Schlüssel gilt nicht mehr',
  'popup.checkKey.body':
    'Er ist abgelaufen oder wurde widerrufen. Fügen Sie einen neuen ein, um fortzufahren. Es ging nichts verloren.',

  'popup.looking': 'Wird geladen',
  'popup.lists.label': 'Liste',
  'popup.paste.back': 'Anderen Link einfügen',
} as const satisfies Translation<typeof english>;
