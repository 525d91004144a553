/** An absolute address, or null when it is none (`URL.parse` is younger than the Node.js that reads saved pages). */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
