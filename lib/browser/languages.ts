import { browser } from 'wxt/browser';

/** The browser's languages, best first, such as `de-AT`: its own, which the manifest's texts follow, then those of its user. */
export function browserLanguages(api: { readonly i18n: { getUILanguage(): string } } = browser): readonly string[] {
  return [api.i18n.getUILanguage(), ...navigator.languages];
}
