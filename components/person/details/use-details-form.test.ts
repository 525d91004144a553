import { describe, expect, it } from 'vitest';
import { refusedFields } from './use-details-form';

const refused = (...fields: readonly string[]) =>
  refusedFields({ code: 'refused', status: 422, problems: fields.map((field) => ({ field, message: `no ${field}` })) });

describe('fields that GetSales refused', () => {
  it.each([
    ['work_email', 'workEmail'],
    ['lead.work_email', 'workEmail'],
    ['leads.0.personal_email', 'personalEmail'],
    ['email', 'workEmail'],
    ['domain', 'companyDomain'],
    ['raw_address', 'location'],
    ['avatar', 'avatarUrl'],
    ['lead.tags.1', 'tags'],
    ['custom_fields.Gender', 'custom:Gender'],
    ['leads.0.custom_fields.First_Message', 'custom:First_Message'],
  ])('%s is the field %s', (wireName, key) => {
    expect([...refused(wireName)]).toEqual([[key, `no ${wireName}`]]);
  });

  it('are the popup’s fields, with the first reason for each', () => {
    expect([...refused('list_uuid', '', 'work_email', 'email').keys()]).toEqual(['workEmail']);
    expect(refused('work_email', 'email').get('workEmail')).toBe('no work_email');
  });

  it('are none for any other failure', () => {
    expect(refusedFields(null).size).toBe(0);
    expect(refusedFields({ code: 'offline' }).size).toBe(0);
  });
});
