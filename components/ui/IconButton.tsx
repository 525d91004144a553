import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './IconButton.module.css';

interface IconButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'className' | 'style' | 'aria-label' | 'title'
> {
  /** Name for screen readers and tooltip. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A square button with only an icon in it. */
export function IconButton({ label, children, type, ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type ?? 'button'} className={styles.button} aria-label={label} title={label}>
      {children}
    </button>
  );
}
