import { useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { TextField } from '@/components/ui/TextField';
import { t } from '@/lib/i18n/text';
import { readPasted, type Pasted, type PastedProblem } from '@/lib/ui/profile/pasted-person';
import styles from './PastePerson.module.css';

interface PastePersonProps {
  /** Why there is no person to add, and what to do. */
  readonly title: string;
  readonly body: string;
  /** Why the last pasted text names no person. */
  readonly problem: Pasted['problem'];
  readonly onSubmit: (pasted: Pasted) => void;
}

/** Says that the page shows no person to add, and accepts a profile link instead. */
export function PastePerson({ title, body, problem, onSubmit }: PastePersonProps) {
  const [text, setText] = useState('');
  const hint = useId();
  return (
    <form
      className={styles.form}
      aria-describedby={hint}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(readPasted(text));
      }}
    >
      <div id={hint}>
        <Notice tone="plain" title={title}>
          {body}
        </Notice>
      </div>
      <TextField
        label={t('popup.paste.label')}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        placeholder={t('popup.paste.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        {...(problem === 'none' ? {} : { problem: t(PROBLEMS[problem]) })}
        action={
          <Button type="submit" look="primary" disabled={text.trim() === ''}>
            {t('popup.paste.show')}
          </Button>
        }
      />
    </form>
  );
}

const PROBLEMS = {
  self: 'popup.paste.self',
  several: 'popup.paste.several',
  thread: 'popup.paste.thread',
  many: 'popup.paste.many',
  recruiter: 'popup.paste.recruiter',
  'not-linkedin': 'popup.paste.problem',
  'not-a-person': 'popup.paste.notAPerson',
  malformed: 'popup.paste.malformed',
  'not-an-address': 'popup.paste.problem',
} as const satisfies Record<PastedProblem, string>;
