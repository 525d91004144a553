import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { classes } from './classes';

interface ChipProps {
  readonly tone?: 'plain' | 'good' | 'care' | 'bad';
  readonly children: ReactNode;
}

/** A short fact; not a control. */
export function Chip({ tone = 'plain', children }: ChipProps) {
  return <span className={classes(styles.chip, styles[tone])}>{children}</span>;
}
