import { Fragment } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import { linkedinReference, type LinkedInIdentity } from '@/lib/domain/identity';
import { t } from '@/lib/i18n/text';
import styles from './PersonBlock.module.css';
import { fieldValue, type PersonField } from './person-fields';
import { personLines } from './person-summary';

interface PersonBlockProps {
  readonly identity: LinkedInIdentity;
  readonly fields: readonly PersonField[];
  /** Where the details come from, or why there are none; in words. */
  readonly origin: string;
}

/** The person's name, headline, further details and profile slug. Values that the page did not prove are marked as suggested. */
export function PersonBlock({ identity, fields, origin }: PersonBlockProps) {
  const name = fieldValue(fields, 'name');
  const handle = linkedinReference(identity);
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
            {headline.value} <SourceMark field={headline} />
          </p>
        )}
        <p className={styles.meta}>
          {meta.map((field, index) => (
            <Fragment key={field.name}>
              {index > 0 && ' · '}
              <bdi>{field.value}</bdi> <SourceMark field={field} />
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

function SourceMark({ field }: { readonly field: PersonField }) {
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
