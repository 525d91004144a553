const ANY_ID = /^A[CE][owM]AA[\w-]{34}$/u;

/**
 * The member number inside an `ACoAA…`, `ACwAA…` or `AEMAA…` id (linkedin/pages.md 4.1, measured on 25 pairs). Undocumented
 * by LinkedIn, so it only votes on whether two ids belong together. Null when it does not decode.
 */
export function memberNumber(id: string): number | null {
  if (!ANY_ID.test(id)) return null;
  // Nine of the 29 bytes, which twelve characters hold: `00`, type, number, `01`.
  const bytes = atob(id.slice(0, 12).replaceAll('-', '+').replaceAll('_', '/'));
  let number = 0;
  for (let at = 2; at < 8; at += 1) number = number * 256 + bytes.charCodeAt(at);
  return number;
}
