import styles from './Skeleton.module.css';

interface SkeletonProps {
  /** Widths of the lines, in percent of the container. */
  readonly lines: readonly (25 | 40 | 55 | 70 | 85 | 100)[];
  /** Read out once, for example "Loading". */
  readonly label: string;
}

/** Grey lines in the size of the content that is loading. */
export function Skeleton({ lines, label }: SkeletonProps) {
  return (
    <div className={styles.skeleton} role="status">
      <span className={styles.hidden}>{label}</span>
      {lines.map((width, index) => (
        <span key={index} className={`${styles.line ?? ''} ${styles[`w${width}`] ?? ''}`} aria-hidden="true" />
      ))}
    </div>
  );
}
