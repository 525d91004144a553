import { useState } from 'react';
import { PeopleList } from '@/components/person/page/PeopleList';
import type { PersonOnPage, Reading } from '@/lib/domain/reading';
import { t } from '@/lib/i18n/text';
import { type PeopleFound, readingOf } from '@/lib/ui/profile/people-page';
import { PopupPerson } from './PopupPerson';
import type { ShownPerson } from './popup-view';

interface PeopleChooserProps {
  readonly found: Extract<PeopleFound, { kind: 'many' }>;
  readonly reading: Reading;
  readonly list: ShownPerson['list'];
  readonly refreshCount: number;
  readonly connected: true | 'asking';
  readonly onRefresh: () => void;
}

/** The list of people, or the chosen person with a button back to the list. */
export function PeopleChooser({ found, reading, list, refreshCount, connected, onRefresh }: PeopleChooserProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<PersonOnPage | null>(null);
  const [lastChosen, setLastChosen] = useState<PersonOnPage | null>(null);
  const [knownReading, setKnownReading] = useState<Reading | null>(null);
  if (chosen === null || knownReading === null) {
    return (
      <PeopleList
        people={found.people}
        unlinked={found.unlinked}
        typed={typed}
        onType={setTyped}
        lastChosen={lastChosen}
        onChoose={(person) => {
          setChosen(person);
          setKnownReading(readingOf(person, reading));
        }}
      />
    );
  }
  return (
    <PopupPerson
      shown={{ identity: chosen.identity, tab: null, list, knownReading, refreshCount }}
      connected={connected}
      onRefresh={onRefresh}
      back={{
        words: t('popup.people.back'),
        go: () => {
          setLastChosen(chosen);
          setChosen(null);
        },
      }}
    />
  );
}
