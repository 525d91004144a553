import { browser } from 'wxt/browser';
import type { ContactId, SenderId } from '@/lib/domain/ids';

const GETSALES_APP = 'https://amazing.getsales.io';

/** Places in GetSales' own web app that we lead to; nothing else can be opened. */
export type GetSalesPlace =
  | { readonly kind: 'contact'; readonly contactId: ContactId }
  | { readonly kind: 'conversation'; readonly contactId: ContactId; readonly senderId: SenderId | null };

interface PageOpener {
  readonly tabs: { create(options: { url: string }): Promise<unknown> };
  readonly runtime: { openOptionsPage(): Promise<void> };
}

/** The address of a place (docs/getsales-api.md#links: observed, the quotes around the sender's id are part of its value). */
export function getSalesAddress(place: GetSalesPlace): `https://${string}` {
  if (place.kind === 'contact') return `${GETSALES_APP}/crm/contacts/${place.contactId}`;
  const sender = place.senderId === null ? '' : `?senderProfileId=%22${place.senderId}%22`;
  return `${GETSALES_APP}/messenger/${place.contactId}${sender}`;
}

/** Opens a place of GetSales' web app in a new tab. */
export async function openGetSales(place: GetSalesPlace, api: Pick<PageOpener, 'tabs'> = browser): Promise<void> {
  await api.tabs.create({ url: getSalesAddress(place) });
}

/** Opens our options page, or brings it to the front. */
export async function openOptions(api: Pick<PageOpener, 'runtime'> = browser): Promise<void> {
  await api.runtime.openOptionsPage();
}
