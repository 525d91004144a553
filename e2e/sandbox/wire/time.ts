/** GetSales writes times as ISO 8601 in UTC with microseconds (docs/getsales-api.md#value-types). */
export function wireTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}
