import { useId, type ReactNode } from 'react';
import { classes } from '@/components/ui/classes';
import { Hidden } from '@/components/ui/Hidden';
import { CheckIcon } from '@/components/ui/icons';
import { t } from '@/lib/i18n/text';
import styles from './Step.module.css';
import type { StepState } from './setup-steps';

interface StepProps {
  readonly number: number;
  readonly title: ReactNode;
  readonly state: StepState;
  /** One line shown instead of the content while the step is closed. */
  readonly later?: ReactNode;
  readonly children: ReactNode;
}

/** One numbered step: with a tick when done, reduced to one line before its turn. */
export function Step({ number, title, state, later, children }: StepProps) {
  const id = useId();
  return (
    <li aria-current={state === 'current' ? 'step' : undefined}>
      <section className={classes(styles.step, styles[state])} aria-labelledby={`${id}title`}>
        <span className={styles.badge} aria-hidden="true">
          {state === 'done' ? <CheckIcon /> : number}
        </span>
        <h2 className={styles.title} id={`${id}title`}>
          {title}
          {state === 'done' && <Hidden>{` (${t('options.step.done')})`}</Hidden>}
        </h2>
        <div className={styles.content}>{state === 'later' ? <p className={styles.line}>{later}</p> : children}</div>
      </section>
    </li>
  );
}
