import type { Translation } from '../../text';
import type { texts as english } from '../en/options';

export const texts = {
  'options.title': 'Shortlist for GetSales',
  'options.lead.setup': 'In drei Schritten fügen Sie jedes LinkedIn-Profil mit einem Klick hinzu.',
  'options.lead.ready': 'Verbunden. Änderungen werden automatisch gespeichert.',
  'options.lead.replace': 'Fügen Sie einen neuen API-Schlüssel ein, um fortzufahren. Alles andere bleibt, wie es ist.',
  'options.step.done': 'Erledigt',

  'options.connect.title': 'GetSales verbinden',
  'options.connect.intro':
    'Fügen Sie den API-Schlüssel Ihres Workspace ein. In GetSales: Workspace settings › API keys.',
  'options.connect.openKeys': 'Seite mit API-Schlüsseln öffnen',
  'options.connect.key': 'API-Schlüssel',
  'options.connect.newKey': 'Neuer API-Schlüssel',
  'options.connect.check': 'Verbinden',
  'options.connect.checking': 'Wird verbunden …',
  'options.connect.slow': 'GetSales ist langsam. Das kann bis zu 30 Sekunden dauern.',
  'options.connect.empty': 'Fügen Sie Ihren API-Schlüssel ein.',
  'options.connect.where':
    'Verschlüsselt in diesem Browser gespeichert. Websites und andere Erweiterungen können ihn nicht lesen; andere Programme auf diesem Computer könnten es.',

  'options.account.connected': 'Verbunden als {name}',
  'options.account.was': 'Zuletzt verbunden als {name}',
  'options.account.workspace': 'Workspace {name}',
  'options.account.lists': { one: '{count} Liste', other: '{count} Listen' },
  'options.account.senders': { one: '{count} Absender', other: '{count} Absender' },
  'options.account.keyTail': 'Schlüssel endet auf …{tail}',
  'options.account.validUntil': 'gültig bis {date}',
  'options.account.expiredOn': 'abgelaufen am {date}',
  'options.account.replace': 'Schlüssel ersetzen',
  'options.account.ending': {
    one: 'Ihr API-Schlüssel läuft in {count} Tag ab',
    other: 'Ihr API-Schlüssel läuft in {count} Tagen ab',
  },
  'options.account.endingToday': 'Ihr API-Schlüssel läuft heute ab',
  'options.account.ended': 'Dieser Schlüssel ist abgelaufen',
  'options.account.endingBody':
    'Erstellen Sie in GetSales einen neuen und fügen Sie ihn hier ein. Einstellungen und Entwürfe bleiben erhalten.',

  'options.defaults.title': 'Standardliste und Absender',
  'options.defaults.later': 'Wählen Sie eine Liste und einen Absender für den Anfang.',
  'options.defaults.waiting': 'Ihre Liste, Ihr Absender und Ihre Entwürfe sind gespeichert.',
  'options.defaults.list': 'Standardliste',
  'options.defaults.listNone': 'Beim ersten Mal fragen',
  'options.defaults.listHint': 'Gilt für die erste Person, die Sie hinzufügen; danach Ihre letzte Liste.',
  'options.defaults.listGone': 'Gelöschte Liste',
  'options.defaults.noLists':
    'Dieser Workspace hat noch keine Listen. Sie legen eine an, wenn Sie die erste Person hinzufügen.',
  'options.defaults.sender': 'Standardabsender',
  'options.defaults.senderNone': 'Jedes Mal fragen',
  'options.defaults.senderHint': 'Gilt, wenn noch kein Absender der Person geschrieben hat oder mit ihr vernetzt ist.',
  'options.defaults.senderGone': 'Gelöschter Absender',
  'options.defaults.senderCannotWrite': '{name} (kein LinkedIn-Konto)',
  'options.defaults.noSenders':
    'Dieser Workspace hat noch keine Absender. Legen Sie in GetSales einen an, um zu schreiben. Personen hinzufügen können Sie auch ohne Absender.',
  'options.defaults.moreLists': 'Nicht alle Listen werden angezeigt.',
  'options.defaults.remembered': 'Von früher gespeichert, noch nicht bestätigt.',
  'options.defaults.unknown': 'Vorherige Auswahl',
  'options.defaults.slow': 'Wird noch geladen. Große Workspaces brauchen etwas länger.',
  'options.defaults.addAsIOpen': 'Beim Öffnen automatisch hinzufügen',
  'options.defaults.addAsIOpenHint':
    'Wenn Sie das Popup bei einer neuen Person öffnen, kommt sie in Ihre letzte Liste. Das lässt sich 10 Sekunden lang rückgängig machen.',
  'options.defaults.undo': 'Senden abbrechen',
  'options.defaults.undoHint': 'So lange können Sie das Senden abbrechen.',
  'options.defaults.undoNone': 'Aus',
  'options.defaults.undoSeconds': { one: '{count} Sekunde', other: '{count} Sekunden' },
  'options.defaults.unsaved': 'Speichern nicht möglich',
  'options.defaults.unsavedBody': 'Ihre vorherige Auswahl gilt weiter.',

  'options.open.title': 'Symbol anheften und ein Profil öffnen',
  'options.open.later': 'Klicken Sie danach bei einem beliebigen Profil auf das Symbol in der Symbolleiste.',
  'options.open.pin': 'Klicken Sie auf das Puzzleteil und dann auf die Stecknadel neben Shortlist.',
  'options.open.pinned': 'In der Symbolleiste angeheftet.',
  'options.open.profile': 'Öffnen Sie ein LinkedIn-Profil und klicken Sie auf das Symbol oder drücken Sie {shortcut}.',
  'options.open.profileNoShortcut': 'Öffnen Sie ein LinkedIn-Profil und klicken Sie auf das Symbol.',
  'options.open.promise':
    'Shortlist tut auf LinkedIn nichts, bis Sie klicken oder die Seitenleiste Ihren Tabs folgen lassen. Dann liest es die geöffnete Seite. Was Sie hinzufügen, geht nur an Ihren GetSales-Workspace.',
  'options.open.linkedin': 'LinkedIn öffnen',

  'options.language.label': 'Sprache',
  'options.language.browser': 'Wie im Browser',
  'options.language.unsaved': 'Die Sprache konnte nicht gespeichert werden.',

  'options.signOut.title': 'Abmelden',
  'options.signOut.intro': 'Entfernt den Schlüssel und alles, was diese Erweiterung in diesem Browser gespeichert hat.',
  'options.signOut.button': 'Abmelden …',
  'options.signOut.ask': 'Abmelden und alles löschen?',
  'options.signOut.erases':
    'In diesem Browser werden gelöscht: der Schlüssel, nicht gesendete Entwürfe, zwischengespeicherte Listen und Personen, Ihre Auswahl auf dieser Seite und das Protokoll dessen, was Sie hinzugefügt und gesendet haben.',
  'options.signOut.stays': 'In GetSales ändert sich nichts: Kontakte und Nachrichten bleiben dort.',
  'options.signOut.revoke': 'Der Schlüssel gilt anderswo weiter, bis Sie ihn in GetSales widerrufen.',
  'options.signOut.confirm': 'Abmelden und löschen',
  'options.signOut.failed': 'Nicht alles konnte gelöscht werden',
  'options.signOut.failedBody':
    'Schließen Sie die anderen Fenster von Shortlist und versuchen Sie es erneut oder entfernen Sie die Erweiterung.',
  'options.signOut.done': 'Abgemeldet. Alle lokalen Daten sind gelöscht.',

  'options.inFlight.intro': 'Beim Löschen des Schlüssels schon gesendet:',
  'options.inFlight.waiting': 'Wir warten noch auf laufende Anfragen. Das dauert bis zu 10 Sekunden.',
  'options.inFlight.add': '{name} hinzufügen:',
  'options.inFlight.undo': 'Hinzufügen von {name} rückgängig machen:',
  'options.inFlight.message': 'Nachricht an {name}:',
  'options.inFlight.message-retry': 'Neuer Versuch einer fehlgeschlagenen Nachricht:',
  'options.inFlight.list': 'Neue Liste {name}:',
  'options.inFlight.done': 'Von GetSales bestätigt.',
  'options.inFlight.unknown': 'Keine Antwort. Sehen Sie in GetSales nach.',

  'options.switch.title': 'Zu einem anderen Konto wechseln?',
  'options.switch.workspace': 'Dieser Schlüssel gehört {user} im Workspace {workspace}.',
  'options.switch.user': 'Dieser Schlüssel gehört {user}. GetSales hat den Workspace nicht genannt.',
  'options.switch.erases':
    'Beim Wechsel löscht dieser Browser, was er für Ihr jetziges Konto gespeichert hat: Protokoll, Entwürfe, zwischengespeicherte Listen und Einstellungen.',
  'options.switch.stays':
    'In GetSales ändert sich nichts. Brechen Sie ab, um den jetzigen Schlüssel und alles Gespeicherte zu behalten.',
  'options.switch.confirm': 'Löschen und wechseln',
  'options.switch.done': 'Gewechselt. Die Daten des vorherigen Kontos sind gelöscht.',

  'options.pending.title': 'Verloren gehen:',
  'options.pending.again': 'Das hat sich inzwischen geändert. Verloren gehen:',
  'options.pending.adds': {
    one: '{count} noch nicht hinzugefügter Kontakt',
    other: '{count} noch nicht hinzugefügte Kontakte',
  },
  'options.pending.messages': {
    one: '{count} noch nicht gesendete Nachricht',
    other: '{count} noch nicht gesendete Nachrichten',
  },
  'options.pending.unconfirmed': {
    one: '{count} unbestätigte Nachricht oder Verschiebung',
    other: '{count} unbestätigte Nachrichten oder Verschiebungen',
  },
  'options.pending.undos': {
    one: '{count} Vorgang, der noch rückgängig gemacht wird',
    other: '{count} Vorgänge, die noch rückgängig gemacht werden',
  },
  'options.pending.drafts': { one: '{count} nicht gesendeter Entwurf', other: '{count} nicht gesendete Entwürfe' },

  'options.records.export': 'CSV exportieren',
  'options.records.exported': 'Exportiert, einschließlich nicht gesendeter Texte.',

  'options.others.title': {
    one: '{count} Eintrag eines nicht verbundenen Kontos ist hier noch gespeichert',
    other: '{count} Einträge eines nicht verbundenen Kontos sind hier noch gespeichert',
  },
  'options.others.body':
    'Davon wird nichts mit dem Schlüssel eines anderen Kontos gesendet. Exportieren oder löschen Sie die Einträge.',
  'options.others.erase': 'Löschen …',
  'options.others.ask': { one: 'Diesen Eintrag löschen?', other: 'Diese {count} Einträge löschen?' },
  'options.others.erases': 'Das Löschen aus diesem Browser ist endgültig. In GetSales ändert sich nichts.',
  'options.others.confirm': 'Löschen',
} as const satisfies Translation<typeof english>;
