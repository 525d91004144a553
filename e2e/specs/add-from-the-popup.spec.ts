import { expect, test } from '../support/fixtures';

for (const generation of ['classic', 'current']) {
  test(`adds the person of a ${generation} page from the real popup with one upsert`, async ({ world }) => {
    await world.connect();
    const page = await world.visit(`/in/mira-okonkwo/?render=${generation}`);
    world.sites.getsales.control.clearRequests();
    const popup = await world.popup(page);
    await popup.see(/Mira Okonkwo/u);
    await popup.see(/Not in GetSales/u);
    console.log(await popup.text());
    expect(await popup.axe()).toEqual([]);
  });
}
