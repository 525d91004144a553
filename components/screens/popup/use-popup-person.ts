import { useCallback, useMemo, useState } from 'react';
import { indexLists, lastUsed, preselected } from '@/components/lists/list-rows';
import { actionView } from '@/components/person/adding/main-action';
import { contactDraft, fieldValue } from '@/components/person/details/person-fields';
import type { ContactList } from '@/lib/domain/contact';
import { identityKey, type LinkedInIdentity } from '@/lib/domain/identity';
import type { Reading } from '@/lib/domain/reading';
import { LOCALE } from '@/lib/i18n/text';
import type { IfPresent } from '@/lib/ui/adding/add-state';
import { useAsk } from '@/lib/ui/worker/worker-query';
import { useAdd } from '@/lib/ui/adding/use-add';
import { useAutoAdd } from '@/lib/ui/adding/use-auto-add';
import { useLists } from '@/lib/ui/adding/use-workspace';
import { useReading, type PageReading } from '@/lib/ui/profile/use-reading';
import { earlierAdds, pageFact, contactStatusFact } from '@/components/person/adding/auto-add-facts';
import type { Subject } from './popup-view';
import { usePopupDetails } from '@/components/person/details/use-details-form';

const collator = new Intl.Collator(LOCALE, { numeric: true });

/** Everything that the popup knows about one person and can do with them. One person per mount. */
export function usePopupPerson(subject: Subject, connected: true | 'asking') {
  const own = useReading(
    subject.seen === null && subject.tab !== null ? { tabId: subject.tab.tabId, identity: subject.identity } : null,
    subject.look,
  );
  const page: PageReading = subject.seen === null ? own : { state: 'read', reading: subject.seen };
  const asked = useAsk('contact.status', { identity: subject.identity, fresh: false });
  const lists = useLists();
  const { identity: named, tab, list: chosenFrom = null } = subject;
  const add = useAdd({ identity: named, seenAt: tab === null ? chosenFrom : { tabId: tab.tabId, listUrl: null } });
  const [chosen, setChosen] = useState<ContactList | null>(null);
  const [openedAt] = useState(() => Date.now());

  const index = useMemo(() => indexLists(lists.lists, collator), [lists.lists]);
  const lastList = useMemo(() => lastUsed(index, lists.recentIds), [index, lists.recentIds]);
  const list = chosen ?? preselected(index, lists.recentIds, lists.defaultId);

  const contactStatus = asked.data ?? null;
  const reading = page.state === 'read' ? page.reading : null;
  const contact = contactStatus?.kind === 'present' ? contactStatus.contact : null;
  const details = usePopupDetails(reading, contact, add.state);
  const { fields } = details;
  const identity = provenIdentity(subject.identity, reading);
  const personName = fieldValue(fields, 'name') || (identity.slug ?? identity.memberId ?? identity.salesId ?? '');

  const view = actionView(add.state, contactStatus, list);

  const press = (to: ContactList, ifPresent: IfPresent): void => {
    // Moving somebody changes none of their details, so nothing in the form is in its way.
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
      fromTab: subject.tab !== null,
      page: pageFact(page),
      contactStatus: contactStatusFact(contactStatus, asked.error),
      lastList: lastList !== null ? 'known' : lists.state === 'answered' || lists.error !== null ? 'none' : 'asking',
      earlierAdds: earlierAdds(add.earlier),
      touched: chosen !== null || details.isEdited || add.state.name !== 'idle',
    },
    addToLast,
  );

  return {
    page,
    asked,
    lists,
    add,
    auto,
    index,
    list,
    lastList,
    contactStatus,
    details,
    fields,
    identity,
    personName,
    openedAt,
    view,
    press,
    choose: setChosen,
  };
}

/**
 * The person with the further ids that the page proves (readTab has checked that they agree), as long as that leaves
 * the key unchanged under which everything else knows them.
 */
function provenIdentity(named: LinkedInIdentity, reading: Reading | null): LinkedInIdentity {
  const read = reading?.identity ?? null;
  return read !== null && identityKey(read) === identityKey(named) ? read : named;
}
