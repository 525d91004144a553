import { CUSTOM_VALUE_LENGTH, FIELD_LENGTHS } from '@/lib/domain/contact';
import {
  hostIn,
  isEmail,
  isHttpsUrl,
  isPhone,
  tagsIn,
  tagsProblem,
  type ValueProblem,
} from '@/lib/domain/contact-values';
import { isCustom, type FieldKey, type PersonFieldName } from './field-names';

interface Check {
  readonly kind: 'email' | 'phone' | 'domain' | 'https-url';
  readonly fits: (value: string) => boolean;
}

const email: Check = { kind: 'email', fits: isEmail };
const phone: Check = { kind: 'phone', fits: isPhone };

/** Fields of a form of their own; the others take any text. */
const CHECKS: Readonly<Partial<Record<PersonFieldName, Check>>> = {
  workEmail: email,
  personalEmail: email,
  workPhone: phone,
  personalPhone: phone,
  companyDomain: { kind: 'domain', fits: (value) => hostIn(value) !== null },
  avatarUrl: { kind: 'https-url', fits: isHttpsUrl },
};

/** Why a typed value cannot be sent for this field; nothing typed is no problem. */
export function fieldProblem(key: FieldKey, text: string): ValueProblem | null {
  const value = text.trim();
  if (value === '') return null;
  if (key === 'tags') return tagsProblem(tagsIn(value));
  const max = maxLength(key);
  if (value.length > max) return { kind: 'too-long', max };
  const check = isCustom(key) ? undefined : CHECKS[key];
  return check === undefined || check.fits(value) ? null : { kind: check.kind };
}

function maxLength(key: Exclude<FieldKey, 'tags'>): number {
  return isCustom(key) ? CUSTOM_VALUE_LENGTH : FIELD_LENGTHS[key];
}

/** A value in the form in which it is sent: the host for a domain, trimmed otherwise. */
export function tidied(key: FieldKey, value: string): string {
  return (key === 'companyDomain' ? hostIn(value) : null) ?? value.trim();
}
