import { openConversation, write } from '../../screens/panel';
import { SEND, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';

test('sends one message from the side panel and shows its status until it is sent', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/Jonas Berg/u);
  await panel.see(/introduce you/u);
  await write(panel, 'Thursday at ten it is.');
  await panel.click('button', /^Send to Jonas Berg as Mara/u);
  await panel.see(/Thursday at ten it is\.[\s\S]*(?:queued|sending|sent)/u);
  await panel.see(/Thursday at ten it is\.[\s\S]*sent/u);
  expect(writesOf(control)).toEqual([SEND]);
  expect(control.requests().find(({ method, path }) => `${method} ${path}` === SEND)?.body).toMatchObject({
    text: 'Thursday at ten it is.',
  });
});

test('shows all of 10,000 messages by scrolling', async ({ world }) => {
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/ana-duarte-x1/'));
  await panel.see(/Ana Duarte/u);
  await panel.see(/50 messages loaded/u);
  await panel.evaluate(`new Promise((done) => {
    const thread = document.querySelector('[role="region"][aria-label^="Conversation with"]');
    const reach = () => {
      if (/Start of the conversation/.test(thread.textContent)) return done(0);
      thread.scrollTop = 0;
      setTimeout(reach, 50);
    };
    reach();
  })`);
  await panel.see(/10,000 messages loaded/u);
  const pages = world.sites.getsales.control.requests().filter(({ path }) => path.endsWith('/linkedin-messages'));
  expect(pages.length).toBeGreaterThanOrEqual(200);
});

test('keeps a draft when the panel is closed, for this person only', async ({ world }) => {
  await world.connect();
  const page = await world.visit('/in/jonas-berg-x3/');
  const panel = await openConversation(world, page);
  await panel.see(/introduce you/u);
  await write(panel, 'Half a thought');
  await panel.see(/14 \/ 8,000/u);
  await world.closePanel(panel);
  const again = await openConversation(world, page);
  await again.see(/14 \/ 8,000/u);
  expect(await again.evaluate('document.querySelector("textarea").value')).toBe('Half a thought');
  await page.goto('https://www.linkedin.com/in/ana-duarte-x1/');
  await again.see(/Ana Duarte/u);
  await again.see(/0 \/ 8,000/u);
});
