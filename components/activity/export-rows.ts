import type { Intent } from '@/lib/domain/outbox-entry';
import { t } from '@/lib/i18n/text';
import { intentWords } from './entry-words';

type Row = readonly string[];

/** Entries as rows of a spreadsheet. Message texts are not among them. */
export function activityRows(intents: readonly Intent[]): readonly Row[] {
  return [HEAD(), ...intents.map(factsOf)];
}

/** Everything that is about to be erased, with the texts that GetSales does not have: unsent messages and drafts. */
export function recordRows(intents: readonly Intent[], drafts: Readonly<Record<string, string>>): readonly Row[] {
  return [
    [...HEAD(), t('activity.csv.text')],
    ...intents.map((intent) => [...factsOf(intent), unsentText(intent)]),
    ...Object.entries(drafts)
      .filter(([key]) => !key.endsWith('|leaving'))
      .map(([key, text]) => ['', key.split('|', 1).join(), t('activity.csv.draft'), t('activity.csv.unsent'), text]),
  ];
}

const HEAD = (): Row => [
  t('activity.csv.time'),
  t('activity.csv.person'),
  t('activity.csv.act'),
  t('activity.csv.outcome'),
];

function factsOf(intent: Intent): Row {
  const { act, outcome } = intentWords(intent);
  return [intent.createdAt, intent.personName, act, outcome];
}

function unsentText(intent: Intent): string {
  return intent.kind === 'send' && intent.state.name !== 'sent' ? intent.text : '';
}
