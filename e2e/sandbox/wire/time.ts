/** GetSales writes times as ISO 8601 in UTC with microseconds (getsales-api.md 2.6). */
export function wireTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}
