import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import { TextField } from '@/components/ui/TextField';
import { identityKey, linkedinReference } from '@/lib/domain/identity';
import type { PersonOnPage } from '@/lib/domain/reading';
import { t } from '@/lib/i18n/text';
import { peopleMatching, rowAfter, SEARCH_FROM } from './people-match';
import styles from './PeopleList.module.css';

interface PeopleListProps {
  readonly people: readonly PersonOnPage[];
  /** How many more people the page shows that cannot be added from here. */
  readonly unlinked: number;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** The person chosen before; their row gets the focus again. */
  readonly lastChosen: PersonOnPage | null;
  readonly onChoose: (person: PersonOnPage) => void;
}

/** The people on a page of many: type to search, arrows or Tab to move, Enter to choose. */
export function PeopleList({ people, unlinked, typed, onType, lastChosen, onChoose }: PeopleListProps) {
  const shown = useMemo(() => peopleMatching(people, typed), [people, typed]);
  const canSearch = people.length >= SEARCH_FROM;
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const lastKey = lastChosen === null ? null : identityKey(lastChosen.identity);

  useEffect(() => {
    const before = list.current?.querySelector<HTMLElement>('[data-last]') ?? null;
    (before ?? field.current ?? rows(list.current)[0])?.focus();
  }, []);

  const move = (event: KeyboardEvent): void => {
    const all = rows(list.current);
    const at = all.findIndex((row) => row === document.activeElement);
    // In the search field only the down arrow leaves it; the other keys move the caret.
    const to = at === -1 && event.key !== 'ArrowDown' ? null : rowAfter(event.key, at, all.length);
    if (to === null) return;
    event.preventDefault();
    (all[to] ?? field.current)?.focus();
  };

  return (
    <div className={styles.people} onKeyDown={move}>
      <h1 className={styles.title}>{t('popup.people.title')}</h1>
      {canSearch && (
        <TextField
          ref={field}
          label={t('popup.people.find')}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            onType(event.target.value);
          }}
          onKeyDown={(event) => {
            const [only, ...others] = shown;
            if (event.key === 'Enter' && only !== undefined && others.length === 0) onChoose(only);
          }}
        />
      )}
      <p className={styles.note} role="status">
        {shown.length === 0 ? t('popup.people.noMatch') : t('popup.people.count', { count: shown.length })}
      </p>
      <ul className={styles.list} ref={list}>
        {shown.map((person) => {
          const key = identityKey(person.identity);
          return (
            <li key={key}>
              <button
                type="button"
                className={styles.row}
                data-last={key === lastKey || undefined}
                onClick={() => {
                  onChoose(person);
                }}
              >
                <PersonRow person={person} />
              </button>
            </li>
          );
        })}
      </ul>
      {unlinked > 0 && <p className={styles.note}>{t('popup.people.unlinked', { count: unlinked })}</p>}
    </div>
  );
}

function PersonRow({ person: { identity, fields } }: { readonly person: PersonOnPage }) {
  const handle = linkedinReference(identity);
  const name = fields.name?.value ?? handle;
  const line = fields.headline?.value ?? [fields.position?.value, fields.company?.value].filter(Boolean).join(' · ');
  return (
    <>
      <Avatar name={name} size="s" />
      <span className={styles.text}>
        <bdi className={styles.name}>{name}</bdi>
        {line !== '' && (
          <bdi className={styles.line} dir="auto">
            {line}
          </bdi>
        )}
        {name !== handle && identity.slug !== null && <bdi className={styles.handle}>{identity.slug}</bdi>}
      </span>
    </>
  );
}

function rows(list: HTMLElement | null): readonly HTMLElement[] {
  return Array.from(list?.querySelectorAll('button') ?? []);
}
