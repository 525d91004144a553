import type { Translation } from '../../text';
import type { texts as english } from '../en/everywhere';

export const texts = {
  'app.name': 'Shortlist for GetSales',
  'app.optionsTitle': 'Einstellungen – Shortlist for GetSales',
  'app.unofficial': 'Kein Angebot von LinkedIn oder GetSales.',
  'common.getsales': 'GetSales',
  'common.options': 'Einstellungen',
  'common.cancel': 'Abbrechen',
  'common.undo': 'Rückgängig',
  'common.retry': 'Erneut versuchen',
  'common.refresh': 'Aktualisieren',
  'common.reload': 'Neu laden',
  'common.notLoaded': 'Die Seite konnte nicht geladen werden',
  'common.loading': 'Wird geladen',
  'common.connect': 'GetSales verbinden',
  'common.checkKey': 'API-Schlüssel erneuern',
  'common.openInGetSales': 'In GetSales öffnen',
  'common.contact': '{name}, {company}',
  'common.contactUnnamed': 'ein Kontakt ohne Namen',
  'common.newTab': 'öffnet einen neuen Tab',
  'common.asOf': 'Stand {time}',
} as const satisfies Translation<typeof english>;
