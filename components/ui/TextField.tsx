import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import styles from './Field.module.css';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'style' | 'id'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Why the entered value cannot be used; shown at the field and read out. */
  readonly problem?: ReactNode;
  /** A button at the end of the field's row. */
  readonly action?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text with its label, hint and problem connected together for screen readers. */
export function TextField({ label, hint, problem, action, ref, ...rest }: TextFieldProps) {
  const id = useId();
  const hintId = `${id}hint`;
  const problemId = `${id}problem`;
  const described = [hint !== undefined && hintId, problem !== undefined && problemId].filter(Boolean).join(' ');
  return (
    <div className={styles.group}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.row}>
        <input
          {...rest}
          ref={ref}
          id={id}
          className={styles.input}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={described === '' ? undefined : described}
        />
        {action}
      </div>
      {hint !== undefined && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p className={styles.problem} id={problemId} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
