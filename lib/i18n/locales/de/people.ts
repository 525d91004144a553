import type { Translation } from '../../text';
import type { texts as english } from '../en/people';

export const texts = {
  'popup.people.title': 'Personen auf dieser Seite',
  'popup.people.reading': 'Personen werden gesucht …',
  'popup.people.find': 'Auf dieser Seite suchen',
  'popup.people.count': { one: '{count} Person', other: '{count} Personen' },
  'popup.people.noMatch': 'Keine Treffer. Leeren Sie die Suche, um alle zu sehen.',
  'popup.people.unlinked': {
    one: '{count} weitere Person ist hier nicht verlinkt. Öffnen Sie ihr Profil, um sie hinzuzufügen.',
    other: '{count} weitere Personen sind hier nicht verlinkt. Öffnen Sie ihre Profile, um sie hinzuzufügen.',
  },
  'popup.people.back': 'Zurück zur Liste',
  'popup.people.none.title': 'Keine Personen auf dieser Seite gefunden',
  'popup.people.none.body':
    'Öffnen Sie ein Profil und klicken Sie erneut auf das Symbol oder fügen Sie einen Profillink ein.',
  'popup.people.changed.title': 'Die Seite hat sich geändert',
  'popup.people.changed.body': 'Sie hat sich geändert, bevor wir sie lesen konnten. Es wurde nichts gesendet.',

  'popup.thread.none.title': 'Nicht erkennbar, mit wem Sie hier schreiben',
  'popup.thread.none.body':
    'Vielleicht ist es ein Gruppenchat. Öffnen Sie das Profil der Person oder fügen Sie ihren Link ein.',

  'popup.recruiter.none.title': 'Kein öffentliches Profil auf dieser Recruiter-Seite',
  'popup.recruiter.none.body': 'Öffnen Sie es oder fügen Sie seinen Link ein.',
  'popup.recruiter.unread.title': 'Diese Recruiter-Seite ist nicht lesbar',
  'popup.recruiter.unread.body': 'Öffnen Sie das öffentliche Profil der Person oder fügen Sie den Link ein.',

  'popup.person.walled': 'Melden Sie sich bei LinkedIn an, um diese Seite zu sehen. GetSales ergänzt die Angaben.',
  'popup.person.detail': 'Die Angaben stehen auf der Hauptseite des Profils',
  'popup.person.fromThread': 'Aus dieser Unterhaltung',
  'popup.person.fromList': 'Aus der Liste auf dieser Seite',

  'popup.layout.lost':
    'LinkedIn hat die Seite geändert. Nicht lesbar: {fields}. Sie können die Person trotzdem hinzufügen.',
  'popup.layout.unreadable':
    'Diese Seite ist nicht lesbar; vielleicht hat LinkedIn sie geändert. Sie können die Person trotzdem hinzufügen.',
  'popup.layout.noPeople': 'Sie sehen hier Personen? Vielleicht hat LinkedIn diese Seite geändert.',
  'popup.layout.name': 'Name',
  'popup.layout.firstName': 'Vorname',
  'popup.layout.lastName': 'Nachname',
  'popup.layout.headline': 'Slogan',
  'popup.layout.position': 'Position',
  'popup.layout.company': 'Unternehmen',
  'popup.layout.location': 'Ort',
  'popup.layout.about': 'Info-Text',
  'popup.layout.avatar': 'Foto',

  'popup.report.copy': 'Seitenbericht kopieren',
  'popup.report.making': 'Wird erstellt …',
  'popup.report.hint': 'Hilft uns, den Fehler zu beheben. Nur der Seitenaufbau, keine Namen oder Texte.',
  'popup.report.copied': 'Kopiert. Nur der Seitenaufbau, keine Namen oder Texte.',
  'popup.report.shown': 'Diesen Bericht kopieren',
  'popup.report.failed': 'Bericht konnte nicht erstellt werden. {reason}.',
} as const satisfies Translation<typeof english>;
