import type { PersonFieldName } from './field-names';
import type { PersonField } from './person-fields';

/** The lines under a person's name. Position is left out where the headline says it already. */
export function personLines(fields: readonly PersonField[]): {
  readonly headline: PersonField | null;
  readonly meta: readonly PersonField[];
} {
  const shown = (name: PersonFieldName): PersonField | null =>
    fields.find((field) => field.name === name && field.value !== '') ?? null;
  const headline = shown('headline');
  const position = shown('position');
  const said =
    headline !== null &&
    position !== null &&
    headline.value.toLocaleLowerCase().includes(position.value.toLocaleLowerCase());
  const meta = [said ? null : position, shown('company'), shown('location')].filter((field) => field !== null);
  return { headline, meta };
}
