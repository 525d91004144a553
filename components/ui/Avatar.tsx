import styles from './Avatar.module.css';
import { classes } from './classes';

interface AvatarProps {
  /** Full name; its initials are shown. Remote pictures are never loaded. */
  readonly name: string | null;
  readonly size?: 'm' | 's';
}

/** Initials of a person. Decorative: the name is always shown beside it. */
export function Avatar({ name, size = 'm' }: AvatarProps) {
  return (
    <span className={classes(styles.avatar, size === 's' && styles.small)} aria-hidden="true">
      {name === null ? '' : initials(name)}
    </span>
  );
}

/** First letters of the first and the final word; one letter for a single word or a script without spaces. */
function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return picked
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
