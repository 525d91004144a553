import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './Button.module.css';
import { classes } from './classes';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly wide?: boolean;
  /** The action is under way: the button keeps its width and focus, and ignores presses. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** A button. While busy it stays focusable and says so to screen readers. */
export function Button({ look = 'plain', wide = false, busy = false, children, onClick, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={classes(styles.button, styles[look], wide && styles.wide, busy && styles.busy)}
      aria-busy={busy || undefined}
      onClick={
        busy
          ? (event) => {
              event.preventDefault();
            }
          : onClick
      }
    >
      {busy && <span className={styles.spinner} aria-hidden="true" />}
      <span className={styles.label}>{children}</span>
    </button>
  );
}
