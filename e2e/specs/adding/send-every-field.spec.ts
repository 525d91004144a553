import type { Control } from '../../sandbox/control/control';
import { chooseList, fieldInFocus, fillField, isTicked, openDetails, problemInFocus } from '../../screens/popup';
import { UPSERT, writesOf } from '../../screens/requests';
import { mira } from '../../support/cast';
import { expect, test } from '../../support/browser/fixtures';
import type { ExtensionPage } from '../../support/browser/extension-page';
import { until } from '../../support/browser/until';
import type { World } from '../../support/browser/world';
import { begins, exactly, like, text } from '../../screens/texts';

/** The contact of GetSales' Quick Start, as the article prints it. */
const QUICK_START = {
  first_name: 'John',
  last_name: 'Doe',
  company_name: 'ExampleCorp',
  email: 'john.doe@example.com',
  about: 'Some facts about John...',
  domain: 'somecoolcompany.com',
  headline: 'Sales & Partner Manager I ERP-/Dynamics 365 Finance/OnSite 365 at Example Norge',
  position: 'Sales & Partner Manager',
  raw_address: 'Oslo, Oslo, Norway',
  custom_fields: {
    Gender: 'Male',
    Connection_Message:
      'Hi John, I loved your recent insights on automating LinkedIn voices. I’d appreciate connecting to learn more about your approach and share ideas!',
    First_Message: 'Thanks for connection John, I was curious ...',
  },
};

async function ready(world: World): Promise<ExtensionPage> {
  await world.connect();
  const popup = await world.popup(await world.visit('/in/mira-okonkwo/?render=classic'));
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  return popup;
}

const add = (popup: ExtensionPage) => popup.click('button', begins('popup.add.to', { list: 'Nordic procurement' }));
const upsertOf = (control: Control) => control.requests().find(({ path }) => path.endsWith('/upsert'))?.body;

test('sends the Quick Start’s contact, field by field, in one upsert', async ({ world }) => {
  const { control } = world.sites.getsales;
  const popup = await ready(world);
  await openDetails(popup);
  await popup.click('checkbox', exactly('popup.details.send', { field: text('popup.field.name') }));
  await fillField(popup, text('popup.field.firstName'), QUICK_START.first_name);
  await fillField(popup, text('popup.field.lastName'), QUICK_START.last_name);
  await fillField(popup, text('popup.field.headline'), QUICK_START.headline);
  await fillField(popup, text('popup.field.position'), QUICK_START.position);
  await fillField(popup, text('popup.field.company'), QUICK_START.company_name);
  await fillField(popup, text('popup.field.companyDomain'), QUICK_START.domain);
  await fillField(popup, text('popup.field.location'), QUICK_START.raw_address);
  await fillField(popup, text('popup.field.workEmail'), QUICK_START.email);
  await fillField(popup, text('popup.field.personalEmail'), 'john@example.org');
  await fillField(popup, text('popup.field.workPhone'), '+123456789');
  await fillField(popup, text('popup.field.personalPhone'), '+1 (555) 010-9999');
  await fillField(popup, text('popup.field.about'), QUICK_START.about);
  await fillField(popup, text('popup.field.avatarUrl'), 'https://example.com/avatar.jpg');
  await fillField(popup, text('popup.field.tags'), 'Decision maker, Met in Oslo');
  for (const [name, value] of Object.entries(QUICK_START.custom_fields)) await fillField(popup, name, value);
  await add(popup);
  await popup.see(like('popup.result.created', { list: 'Nordic procurement' }));

  expect(writesOf(control)).toEqual([UPSERT]);
  expect(upsertOf(control)).toMatchObject({ custom_fields: QUICK_START.custom_fields, update_if_exists: false });
  const { email, domain, custom_fields, ...lead } = QUICK_START;
  expect(control.contact(mira.slug)).toMatchObject({
    lead: {
      ...lead,
      name: 'John Doe',
      work_email: email,
      personal_email: 'john@example.org',
      work_phone_number: '+123456789',
      personal_phone_number: '+1 (555) 010-9999',
      avatar_url: 'https://example.com/avatar.jpg',
      linkedin: mira.slug,
      ln_id: mira.memberId,
    },
    domain,
    tag_names: ['Decision maker', 'Met in Oslo'],
    custom_fields,
  });
});

test('sends what the page shows without further input: member id, first and last name, and about; no photo', async ({
  world,
}) => {
  const { control } = world.sites.getsales;
  const popup = await ready(world);
  await add(popup);
  await popup.see(like('popup.result.created', { list: 'Nordic procurement' }));
  expect(upsertOf(control)).toMatchObject({
    lead: {
      ln_id: mira.memberId,
      first_name: 'Mira',
      last_name: 'Okonkwo',
      about: mira.about,
    },
  });
  expect(upsertOf(control)).not.toHaveProperty('lead.avatar');
  expect(upsertOf(control)).not.toHaveProperty('custom_fields');
  expect(control.requests().some(({ path }) => path.endsWith('/custom-fields'))).toBe(false);
});

test('sends only ticked fields; typing ticks a field, clearing unticks it', async ({ world }) => {
  const { control } = world.sites.getsales;
  const popup = await ready(world);
  await openDetails(popup);
  for (const label of [
    text('popup.field.name'),
    text('popup.field.firstName'),
    text('popup.field.lastName'),
    text('popup.field.headline'),
    text('popup.field.position'),
    text('popup.field.company'),
    text('popup.field.location'),
  ]) {
    await popup.click('checkbox', exactly('popup.details.send', { field: label }));
  }
  await popup.click('checkbox', exactly('popup.details.send', { field: text('popup.field.about') }));
  await fillField(popup, text('popup.field.workEmail'), 'not an address');
  expect(await isTicked(popup, text('popup.field.workEmail'))).toBe(true);
  await popup.click('checkbox', exactly('popup.details.send', { field: text('popup.field.workEmail') }));
  await fillField(popup, 'Gender', 'Male');
  expect(await isTicked(popup, 'Gender')).toBe(true);
  await popup.click('checkbox', exactly('popup.details.send', { field: 'Gender' }));
  await fillField(popup, text('popup.field.tags'), 'Met in Oslo');
  await fillField(popup, text('popup.field.tags'), '');
  await until('the tick to go with the text', async () => !(await isTicked(popup, text('popup.field.tags'))));
  await add(popup);
  await popup.see(like('popup.result.created', { list: 'Nordic procurement' }));
  expect(upsertOf(control)).toEqual({
    lead: { linkedin_id: mira.slug, linkedin: mira.slug, ln_id: mira.memberId },
    list_uuid: expect.any(String),
    update_if_exists: false,
    move_to_list: false,
  });
});

test('offers the other current roles of a profile that does not tell which counts, and sends the chosen one', async ({
  world,
}) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const sample = encodeURIComponent('current/several current roles and no badge, the headline names none');
  const popup = await world.popup(await world.visit(`/in/mira-okonkwo/?sample=${sample}`));
  await popup.see(like('popup.contactStatus.absent'));
  await chooseList(popup, 'Nordic procurement');
  await openDetails(popup);
  expect(await isTicked(popup, text('popup.field.position'))).toBe(false);
  await popup.focus('combobox', exactly('popup.details.roles'));
  await popup.press('ArrowDown');
  expect(await isTicked(popup, text('popup.field.position'))).toBe(true);
  await popup.press('ArrowDown');
  await add(popup);
  await popup.see(like('popup.result.created', { list: 'Nordic procurement' }));
  expect(control.contact(mira.slug)).toMatchObject({ lead: { position: 'Trustee', company_name: 'Lir & Sons' } });
});

test('shows an error at the field, sends nothing and keeps everything', async ({ world }) => {
  const { control } = world.sites.getsales;
  const popup = await ready(world);
  await openDetails(popup);
  await fillField(popup, text('popup.field.workPhone'), 'call me');
  await fillField(popup, text('popup.field.workEmail'), 'john.doe');
  await fillField(popup, text('popup.field.companyDomain'), 'https://www.somecoolcompany.com/about');
  await fillField(popup, 'Gender', 'Male');
  await popup.click('button', begins('popup.details.edit'));
  await add(popup);
  await until('the first wrong field to have the focus', async () => (await fieldInFocus(popup)) === 'workEmail');
  expect(await problemInFocus(popup)).toBe(text('popup.problem.email'));
  await popup.see(like('popup.problem.phone'));
  expect(writesOf(control)).toEqual([]);

  await fillField(popup, text('popup.field.workEmail'), 'john.doe@example.com');
  await popup.press('Enter');
  await until('the next wrong field to have the focus', async () => (await fieldInFocus(popup)) === 'workPhone');
  expect(writesOf(control)).toEqual([]);
  await popup.click('checkbox', exactly('popup.details.send', { field: text('popup.field.workPhone') }));
  await add(popup);
  await popup.see(like('popup.result.created', { list: 'Nordic procurement' }));
  expect(control.contact(mira.slug)).toMatchObject({
    lead: { work_email: 'john.doe@example.com', work_phone_number: null },
    domain: 'somecoolcompany.com',
    custom_fields: { Gender: 'Male' },
  });
});

test('shows GetSales’ error at the field, and keeps everything that was typed', async ({ world }) => {
  const { control } = world.sites.getsales;
  const popup = await ready(world);
  await openDetails(popup);
  await fillField(popup, text('popup.field.personalEmail'), 'john@example.org');
  await fillField(popup, 'First_Message', 'Thanks for connection John');
  await popup.click('button', begins('popup.details.edit'));
  const error = { reason: 'validation_error', data: { 'lead.personal_email': ['The address is blocked.'] } };
  const fault = control.fault({
    path: '/leads/api/leads/upsert',
    effect: { status: 422, body: { kind: 'json', value: { error } } },
  });
  await add(popup);
  await until('the refused field to have the focus', async () => (await fieldInFocus(popup)) === 'personalEmail');
  expect(await problemInFocus(popup)).toBe(text('popup.problem.refused', { message: 'The address is blocked.' }));
  fault.remove();
  await popup.press('a', { ctrl: true });
  await popup.type('john.doe@example.org');
  expect(await problemInFocus(popup)).toBe('');
  await popup.press('Enter');
  await popup.see(like('popup.result.created', { list: 'Nordic procurement' }));
  expect(control.contact(mira.slug)).toMatchObject({
    lead: { personal_email: 'john.doe@example.org' },
    custom_fields: { First_Message: 'Thanks for connection John' },
  });
});

test('a failure to load the custom fields is said, not taken for none, and can be tried again', async ({ world }) => {
  const { control } = world.sites.getsales;
  const fault = control.fault({ path: '/leads/api/custom-fields', effect: { status: 403 } });
  const popup = await ready(world);
  await popup.click('button', begins('popup.details.edit'));
  await popup.see(like('popup.custom.failed'));
  await popup.notSee(like('popup.custom.none'));
  await fillField(popup, text('popup.field.workEmail'), 'john.doe@example.com');
  fault.remove();
  await popup.click('button', begins('common.retry'));
  await popup.has('textbox', /^Gender$/u);
  await fillField(popup, 'Gender', 'Male');
  await add(popup);
  await popup.see(like('popup.result.created', { list: 'Nordic procurement' }));
  expect(control.contact(mira.slug)).toMatchObject({
    lead: { work_email: 'john.doe@example.com' },
    custom_fields: { Gender: 'Male' },
  });
});
