export const texts = {
  'popup.bar.connected': 'Connected',
  'popup.bar.disconnected': 'Not connected',
  'popup.bar.rejected': 'Key rejected',
  'popup.bar.asking': 'Connecting…',

  'popup.connect.title': 'Connect GetSales',
  'popup.connect.body': 'Paste your API key once. After that, adding someone takes one click.',

  'popup.checkKey.title': 'Your API key stopped working',
  'popup.checkKey.body': 'It expired or was revoked. Paste a new one to continue. Nothing was lost.',

  'popup.looking': 'Loading',
  'popup.lists.label': 'List',
  'popup.paste.back': 'Paste another link',
} as const;
