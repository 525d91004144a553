/** Deeper than any documented answer. The limit keeps a hostile answer from exhausting the stack. */
const MAX_DEPTH = 64;

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Parses JSON text; undefined when it is not JSON or nested too deeply. Keys that could reach a prototype are dropped. */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    const parsed: unknown = JSON.parse(text, (key, value: unknown) => (FORBIDDEN.has(key) ? undefined : value));
    return parsed;
  } catch {
    return undefined;
  }
}

/** Checked before parsing, because `JSON.parse` itself recurses. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
