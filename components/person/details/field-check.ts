import { CUSTOM_VALUE_LENGTH, FIELD_LENGTHS } from '@/lib/domain/contact-limits';
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
  readonly isValid: (value: string) => boolean;
}

const email: Check = { kind: 'email', isValid: isEmail };
const phone: Check = { kind: 'phone', isValid: isPhone };

/** Fields with a format; the others accept any text. */
const CHECKS: Readonly<Partial<Record<PersonFieldName, Check>>> = {
  workEmail: email,
  personalEmail: email,
  workPhone: phone,
  personalPhone: phone,
  companyDomain: { kind: 'domain', isValid: (value) => hostIn(value) !== null },
  avatarUrl: { kind: 'https-url', isValid: isHttpsUrl },
};

/** Why a typed value cannot be sent for this field; null for an empty value. */
export function fieldProblem(key: FieldKey, text: string): ValueProblem | null {
  const value = text.trim();
  if (value === '') return null;
  if (key === 'tags') return tagsProblem(tagsIn(value));
  const max = maxLength(key);
  if (value.length > max) return { kind: 'too-long', max };
  const check = isCustom(key) ? undefined : CHECKS[key];
  return check === undefined || check.isValid(value) ? null : { kind: check.kind };
}

function maxLength(key: Exclude<FieldKey, 'tags'>): number {
  return isCustom(key) ? CUSTOM_VALUE_LENGTH : FIELD_LENGTHS[key];
}

/** The value as it is sent: the host of a domain, otherwise trimmed. */
export function valueToSend(key: FieldKey, value: string): string {
  return (key === 'companyDomain' ? hostIn(value) : null) ?? value.trim();
}
