import { Fragment } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { t } from '@/lib/i18n/text';
import styles from './PersonBlock.module.css';
import { fieldValue, type PersonField } from './person-fields';
import { personLines } from './person-summary';

interface PersonBlockProps {
  readonly identity: LinkedInIdentity;
  readonly fields: readonly PersonField[];
  /** Where the shown details come from, or why there are none; in words. */
  readonly origin: string;
}

/** Who this is: name, headline, and a line of the rest, with the link's name where the person has one that can be read. What the page did not prove is marked as suggested. */
export function PersonBlock({ identity, fields, origin }: PersonBlockProps) {
  const name = fieldValue(fields, 'name');
  const handle = identity.slug ?? identity.memberId ?? identity.salesId;
  const { headline, meta } = personLines(fields);
  return (
    <div className={styles.person}>
      <Avatar name={name === '' ? handle : name} />
      <div className={styles.text}>
        <h1 className={styles.name} dir="auto">
          {name === '' ? handle : name}
        </h1>
        {headline !== null && (
          <p className={styles.headline} dir="auto">
            {headline.value} <Mark field={headline} />
          </p>
        )}
        <p className={styles.meta}>
          {meta.map((field, index) => (
            <Fragment key={field.name}>
              {index > 0 && ' · '}
              <bdi>{field.value}</bdi> <Mark field={field} />
            </Fragment>
          ))}
          {name !== '' && identity.slug !== null && (
            <>
              {meta.length > 0 && ' · '}
              <bdi>{identity.slug}</bdi>
            </>
          )}
        </p>
        <p className={styles.meta}>{origin}</p>
      </div>
    </div>
  );
}

function Mark({ field }: { readonly field: PersonField }) {
  switch (field.source) {
    case 'suggested':
      return <span className={styles.suggested}>{t('popup.person.suggested')}</span>;
    case 'edited':
      return <span className={styles.suggested}>{t('popup.person.edited')}</span>;
    case 'page':
    case 'typed-name':
    case 'getsales':
    case 'none':
      return null;
  }
}
