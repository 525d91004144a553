/** Text for HTML, safe in elements and in double-quoted attributes. */
export function esc(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Made-up class names like the hashes of LinkedIn's builds; the same on every run. */
export function hashedClass(seed: string): string {
  let hash = 2_166_136_261;
  for (const char of seed) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return `_${hash.toString(16).padStart(8, '0')}`;
}

export function slugInPath(slug: string): string {
  return encodeURIComponent(slug);
}

/** A portrait's address of the form that LinkedIn's image host uses; nothing ever loads it. */
export function portrait(slug: string): string {
  return `https://media.licdn.com/dms/image/v2/D4E03AQ${encodeURIComponent(slug)}/profile-displayphoto-shrink_400_400/0/1?e=1&v=beta`;
}
