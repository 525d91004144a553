/** The conversation that an address or a link names, in a form that can be compared; null where it names none. */
export function threadIn(href: string): string | null {
  const id = /\/messaging\/thread\/(?:2-)?([^/?#]+)/u.exec(href)?.[1];
  return id === undefined ? null : plain(id.replaceAll(/%3D/giu, '='));
}

/**
 * The conversation that a message's urn names: its ids are base64 of `<message>&<conversation>`, or in older urns the
 * conversation's own id. Undefined where neither is found.
 *
 * @param expected the conversation of the address; an id of the older kind is known only by being this one
 */
export function threadOfMessage(urn: string, expected: string): string | undefined {
  return [...urn.matchAll(/\b2-([\w+/=]+)/gu)].flatMap(([, id = '']) => {
    const text = plain(id);
    return text === expected ? text : text.split('&').slice(1);
  })[0];
}

function plain(id: string): string {
  try {
    return atob(id);
  } catch {
    return id;
  }
}
