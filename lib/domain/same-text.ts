/** Whether two texts are the same message, apart from what a server may change in transit. */
export function isSameText(a: string, b: string): boolean {
  return normalise(a) === normalise(b);
}

function normalise(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
}
