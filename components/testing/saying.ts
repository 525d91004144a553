/** Finds the innermost element with exactly these words, also where names in them are elements of their own. */
export function saying(words: string): (content: string, element: Element | null) => boolean {
  return (_content, element) =>
    element !== null &&
    element.textContent === words &&
    Array.from(element.children).every(({ textContent }) => textContent !== words);
}
