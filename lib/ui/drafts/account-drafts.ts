import type { AccountId } from '@/lib/domain/account';
import type { DraftTexts } from '@/lib/settings/items';
import type { DraftItem } from './draft-store';

interface StoredItem<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  watch(callback: (value: T) => void): () => void;
}

type Stored = { readonly account: AccountId; readonly texts: DraftTexts } | null;
type Owner = { readonly account: AccountId; readonly closing: boolean } | null;

interface AccountDraftsDeps {
  readonly drafts: StoredItem<Stored>;
  readonly storageOwner: StoredItem<Owner>;
}

/**
 * The stored drafts of one account; drafts of another account are not shown. While the storage is about to be erased or
 * belongs to another account, writing is refused: typed text stays in the page and is written once the storage belongs to
 * this account again.
 */
export function accountDrafts(account: AccountId, { drafts, storageOwner }: AccountDraftsDeps): DraftItem {
  let isOurs = true;
  const onOwner = (owner: Owner): void => {
    isOurs = owner?.account === account && !owner.closing;
  };
  const textsOf = (stored: Stored): DraftTexts => (stored?.account === account ? stored.texts : {});
  return {
    getValue: async () => textsOf(await drafts.getValue()),
    setValue: (texts) =>
      isOurs ? drafts.setValue({ account, texts }) : Promise.reject(new Error('the storage is not this account’s')),
    watch: (onTexts, onWritable) => {
      const stopDrafts = drafts.watch((stored) => {
        onTexts(textsOf(stored));
      });
      const stopOwner = storageOwner.watch((owner) => {
        const before = isOurs;
        onOwner(owner);
        if (isOurs && !before) onWritable();
      });
      storageOwner.getValue().then(onOwner, () => undefined);
      return () => {
        stopDrafts();
        stopOwner();
      };
    },
  };
}
