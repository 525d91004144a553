import { useCallback, useMemo, useState } from 'react';
import { indexLists, lastUsed, preselected } from '@/components/lists/list-rows';
import { mainAction } from '@/components/person/adding/main-action';
import { contactDraft, fieldValue } from '@/components/person/details/person-fields';
import type { ContactList } from '@/lib/domain/contact';
import { identityKey, linkedinReference, type LinkedInIdentity } from '@/lib/domain/identity';
import type { Reading } from '@/lib/domain/reading';
import { nameOrder } from '@/lib/i18n/format';
import type { IfPresent } from '@/lib/ui/adding/add-state';
import { useWorkerQuery } from '@/lib/ui/worker/worker-query';
import { useAdd } from '@/lib/ui/adding/use-add';
import { useAutoAdd } from '@/lib/ui/adding/use-auto-add';
import { useLists } from '@/lib/ui/adding/use-workspace';
import { useReading, type PageReading } from '@/lib/ui/profile/use-reading';
import { earlierAdds, pageFact, contactStatusFact } from '@/components/person/adding/auto-add-facts';
import type { ShownPerson } from './popup-view';
import { useDetailsForm } from '@/components/person/details/use-details-form';

/** Everything the popup knows about one person and can do with them. One person per mount. */
export function usePopupPerson(shown: ShownPerson, connected: true | 'asking') {
  const ownPage = useReading(
    shown.knownReading === null && shown.tab !== null ? { tabId: shown.tab.tabId, identity: shown.identity } : null,
    shown.refreshCount,
  );
  const page: PageReading = shown.knownReading === null ? ownPage : { state: 'read', reading: shown.knownReading };
  const statusQuery = useWorkerQuery('contact.status', { identity: shown.identity, fresh: false });
  const lists = useLists();
  const { identity: named, tab, list: chosenFrom = null } = shown;
  const add = useAdd({ identity: named, shownAt: tab === null ? chosenFrom : { tabId: tab.tabId, listUrl: null } });
  const [chosen, setChosen] = useState<ContactList | null>(null);
  const [openedAtMs] = useState(() => Date.now());

  const order = nameOrder();
  const index = useMemo(() => indexLists(lists.lists, order), [lists.lists, order]);
  const lastList = useMemo(() => lastUsed(index, lists.recentIds), [index, lists.recentIds]);
  const list = chosen ?? preselected(index, lists.recentIds, lists.defaultId);

  const contactStatus = statusQuery.data ?? null;
  const reading = page.state === 'read' ? page.reading : null;
  const contact = contactStatus?.kind === 'present' ? contactStatus.contact : null;
  const details = useDetailsForm(reading, contact, add.state);
  const { fields } = details;
  const identity = provenIdentity(shown.identity, reading);
  const personName = fieldValue(fields, 'name') || linkedinReference(identity);

  const view = mainAction(add.state, contactStatus, list);

  const press = (to: ContactList, ifPresent: IfPresent): void => {
    // A move sends no details, so problems in the form do not matter.
    if (view.kind === 'add' && !details.check()) return;
    add.press({ identity, personName, list: to, draft: contactDraft(fields), ifPresent });
  };
  const addToLast = useCallback(() => {
    if (lastList !== null)
      add.press({ identity, personName, list: lastList, draft: contactDraft(fields), ifPresent: 'keep' });
  }, [add, identity, personName, lastList, fields]);
  const auto = useAutoAdd(
    {
      connected,
      fromTab: shown.tab !== null,
      page: pageFact(page),
      contactStatus: contactStatusFact(contactStatus, statusQuery.error),
      lastList: lastList !== null ? 'known' : lists.state === 'answered' || lists.error !== null ? 'none' : 'asking',
      earlierAdds: earlierAdds(add.earlier),
      isTouched: chosen !== null || details.isEdited || add.state.name !== 'idle',
    },
    addToLast,
  );

  return {
    page,
    statusQuery,
    lists,
    add,
    auto,
    index,
    list,
    lastList,
    contactStatus,
    reading,
    details,
    fields,
    identity,
    personName,
    openedAtMs,
    view,
    press,
    choose: setChosen,
  };
}

/**
 * The person with the further ids that the page proves (readTab has checked that they agree), unless that would change their
 * identity key, under which everything else stores them.
 */
function provenIdentity(named: LinkedInIdentity, reading: Reading | null): LinkedInIdentity {
  const read = reading?.identity ?? null;
  return read !== null && identityKey(read) === identityKey(named) ? read : named;
}
