import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mira } from '@/e2e/support/cast';
import type { ContactDraft } from '@/lib/domain/contact';
import { bySlug, identityOf } from '../testing/against-sandbox';
import { toContactInput } from './contact-input';

const everything: Required<ContactDraft> = {
  name: 'Mira Okonkwo',
  firstName: 'Mira',
  lastName: 'Okonkwo',
  company: 'Nordlys Energy',
  companyDomain: 'nordlys.test',
  position: 'Head of Procurement',
  headline: 'Fair supply chains',
  about: 'I buy what keeps the lights on.',
  location: 'Oslo, Norway',
  avatarUrl: 'https://media.example/mira.jpg',
  workEmail: 'mira@nordlys.test',
  personalEmail: 'mira@home.test',
  workPhone: '+47 1',
  personalPhone: '+47 2',
  facebook: 'mira.o',
  twitter: 'mira_o',
  tags: ['fair', 'oslo'],
  customFields: { lead_source: 'linkedin' },
};

test('every field is sent under its documented name', () => {
  expect(toContactInput(identityOf(mira), everything)).toEqual({
    linkedin_id: 'mira-okonkwo',
    linkedin: 'mira-okonkwo',
    ln_id: mira.memberId,
    sn_id: mira.salesId,
    name: 'Mira Okonkwo',
    first_name: 'Mira',
    last_name: 'Okonkwo',
    company_name: 'Nordlys Energy',
    domain: 'nordlys.test',
    position: 'Head of Procurement',
    headline: 'Fair supply chains',
    about: 'I buy what keeps the lights on.',
    raw_address: 'Oslo, Norway',
    avatar: 'https://media.example/mira.jpg',
    work_email: 'mira@nordlys.test',
    personal_email: 'mira@home.test',
    work_phone_number: '+47 1',
    personal_phone_number: '+47 2',
    facebook: 'mira.o',
    twitter: 'mira_o',
    tags: ['fair', 'oslo'],
  });
});

test('absent fields are not sent', () => {
  expect(toContactInput(bySlug('mira-okonkwo'), {})).toStrictEqual({
    linkedin_id: 'mira-okonkwo',
    linkedin: 'mira-okonkwo',
  });
});

test('a person without a slug is sent with the member id, else the Sales Navigator id', () => {
  const { memberId, salesId } = identityOf(mira);
  expect(toContactInput({ slug: null, memberId, salesId }, {})).toEqual({
    linkedin_id: memberId,
    ln_id: memberId,
    sn_id: salesId,
  });
  expect(toContactInput({ slug: null, memberId: null, salesId }, {})).toEqual({ linkedin_id: salesId, sn_id: salesId });
});

test('no text is changed on its way', () => {
  const texts = ['name', 'company', 'position', 'headline', 'about', 'location'] as const;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ', Inc.', ' \r\n', '\t', '  '), (words, end) => {
      const text = `${words}${end}`;
      const sent = toContactInput(bySlug('mira-okonkwo'), Object.fromEntries(texts.map((name) => [name, text])));
      expect(new Set(Object.values(sent))).toEqual(new Set(['mira-okonkwo', text]));
    }),
  );
});
