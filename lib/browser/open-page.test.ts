import { describe, expect, it } from 'vitest';
import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import { ContactId, SenderId } from '@/lib/domain/ids';
import { getSalesAddress, openGetSales, type GetSalesPlace } from './open-page';
import { openPanel } from './side-panel';

const contactId = ContactId.parse('aaaaaaaa-0000-4000-8000-000000000001');
const senderId = SenderId.parse('bbbbbbbb-0000-4000-8000-000000000002');

describe('links into GetSales', () => {
  it.each([
    [{ kind: 'contact', contactId } as const, `https://amazing.getsales.io/crm/contacts/${contactId}`],
    [
      { kind: 'conversation', contactId, senderId: null } as const,
      `https://amazing.getsales.io/messenger/${contactId}`,
    ],
    [
      { kind: 'conversation', contactId, senderId } as const,
      `https://amazing.getsales.io/messenger/${contactId}?senderProfileId=%22${senderId}%22`,
    ],
  ])('leads to the %o', (place, address) => {
    expect(getSalesAddress(place)).toBe(address);
  });
});

describe(titleOf('M-9', 'opening a tab'), () => {
  it.each<GetSalesPlace>([
    { kind: 'contact', contactId },
    { kind: 'conversation', contactId, senderId: null },
    { kind: 'conversation', contactId, senderId },
  ])('opens %o at GetSales only', async (place) => {
    const opened: string[] = [];
    await openGetSales(place, { tabs: { create: ({ url }) => Promise.resolve(opened.push(url)) } });
    expect(opened.map((url) => new URL(url).origin)).toEqual(['https://amazing.getsales.io']);
  });

  it.each(['https://evil.example/', '../../evil', '@evil.example/', `${contactId}/../../..`, `${contactId}\n`])(
    'knows no contact and no sender “%s”',
    (id) => {
      expect([ContactId, SenderId].map((schema) => schema.safeParse(id).success)).toEqual([false, false]);
    },
  );
});

describe('opening the panel', () => {
  it('asks the browser before it returns, so that the gesture counts', () => {
    const asked: unknown[] = [];
    void openPanel(3, {
      sidePanel: {
        open: (options) => {
          asked.push(options);
          return Promise.resolve();
        },
      },
    });
    expect(asked).toEqual([{ windowId: 3 }]);
  });

  it('opens the sidebar where the browser has one instead', async () => {
    expect(await openPanel(3, { sidebarAction: { open: () => Promise.resolve() } })).toEqual({ ok: true, value: null });
  });

  it('says so when the browser refuses', async () => {
    const refusing = { sidePanel: { open: () => Promise.reject(new Error('no gesture')) } };
    expect(await openPanel(3, refusing)).toMatchObject({ ok: false });
  });
});
