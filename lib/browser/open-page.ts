import { browser } from 'wxt/browser';
import type { ContactId, SenderId } from '@/lib/domain/ids';

const GETSALES_APP = 'https://amazing.getsales.io';

/** The places in GetSales' web app that we can open. */
export type GetSalesPlace =
  | { readonly kind: 'contact'; readonly contactId: ContactId }
  | { readonly kind: 'conversation'; readonly contactId: ContactId; readonly senderId: SenderId | null };

interface PageOpener {
  readonly tabs: { create(options: { url: string }): Promise<unknown> };
  readonly runtime: { openOptionsPage(): Promise<void> };
}

/** The address of a place. The quotes are part of the sender id's value (docs/getsales-api.md#links). */
export function getSalesAddress(place: GetSalesPlace): `https://${string}` {
  if (place.kind === 'contact') return `${GETSALES_APP}/crm/contacts/${place.contactId}`;
  const sender = place.senderId === null ? '' : `?senderProfileId=%22${place.senderId}%22`;
  return `${GETSALES_APP}/messenger/${place.contactId}${sender}`;
}

/** Opens a place in GetSales' web app in a new tab. */
export async function openGetSales(place: GetSalesPlace, api: Pick<PageOpener, 'tabs'> = browser): Promise<void> {
  await api.tabs.create({ url: getSalesAddress(place) });
}

/** Opens our options page, or brings it to the front. */
export async function openOptions(api: Pick<PageOpener, 'runtime'> = browser): Promise<void> {
  await api.runtime.openOptionsPage();
}
