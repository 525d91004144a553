import { linkParts } from './link-parts';
import styles from './Bubble.module.css';

/** A message as plain text: white space kept, each line in its own direction, only https addresses can be opened. */
export function MessageText({ text }: { readonly text: string }) {
  return (
    <p className={styles.text} dir="auto">
      {linkParts(text).map(({ kind, value }, index) =>
        kind === 'text' ? (
          value
        ) : (
          <a key={index} href={value} target="_blank" rel="noopener noreferrer" dir="ltr">
            {value}
          </a>
        ),
      )}
    </p>
  );
}
