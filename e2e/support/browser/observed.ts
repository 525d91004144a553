import { GETSALES_HOST } from './sites';

/** What a page or worker of the extension must not do. */
export interface Observed {
  /** Uncaught errors, console errors and policy violations. */
  readonly errors: readonly string[];
  /** The hosts other than GetSales' that it requested something from, also when the policy refused. */
  readonly hosts: readonly string[];
}

export type Note = (observed: Observed) => void;

/** The parts in use of DevTools' events. */
export interface EventParams {
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
  readonly entry?: { readonly level: string; readonly text: string; readonly url?: string };
  readonly type?: string;
  readonly args?: readonly { readonly value?: unknown }[];
  readonly request?: { readonly url: string };
  readonly url?: string;
}

/** What one event of DevTools tells. */
export function observedIn(method: string, params: EventParams): Observed {
  const { exceptionDetails: thrown, entry, args = [], request } = params;
  switch (method) {
    case 'Runtime.exceptionThrown':
      return errorOf(thrown?.exception?.description ?? thrown?.text ?? 'exception');
    case 'Runtime.consoleAPICalled':
      return params.type === 'error' ? errorOf(args.map(({ value }) => String(value)).join(' ')) : NOTHING;
    case 'Log.entryAdded':
      return entry?.level === 'error' && !isGetSales(entry.url) ? errorOf(entry.text) : NOTHING;
    case 'Network.requestWillBeSent':
      return requestTo(request?.url);
    case 'Network.webSocketCreated':
      return requestTo(params.url);
    default:
      return NOTHING;
  }
}

/** A request that the extension makes. */
export function requestTo(address: string | undefined): Observed {
  const url = URL.parse(address ?? '');
  const isRemote = url !== null && /^(?:https?|wss?):$/u.test(url.protocol);
  return isRemote && !isGetSales(address) ? { errors: [], hosts: [url.host] } : NOTHING;
}

const NOTHING: Observed = { errors: [], hosts: [] };

function errorOf(text: string): Observed {
  return { errors: [text], hosts: [] };
}

/** GetSales' failures are what many tests are about; the host is checked apart from that. */
function isGetSales(address = ''): boolean {
  return address.startsWith(`https://${GETSALES_HOST}/`);
}
