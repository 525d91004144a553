import { openConversation, write, status } from '../../screens/panel';
import { SEND, writesOf } from '../../screens/requests';
import { expect, test } from '../../support/browser/fixtures';
import { anyOf, begins, inOrder, like, text } from '../../screens/texts';

test('sends one message from the side panel and shows its status until it is sent', async ({ world }) => {
  const { control } = world.sites.getsales;
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/jonas-berg-x3/'));
  await panel.see(/Jonas Berg/u);
  await panel.see(/introduce you/u);
  await write(panel, 'Thursday at ten it is.');
  await panel.click('button', begins('panel.composer.send', { person: 'Jonas Berg', sender: 'Mara (DE)' }));
  await panel.see(inOrder('Thursday at ten it is.', anyOf(status('queued'), status('sending'), status('sent'))));
  await panel.see(inOrder('Thursday at ten it is.', status('sent')));
  expect(writesOf(control)).toEqual([SEND]);
  expect(control.requests().find(({ method, path }) => `${method} ${path}` === SEND)?.body).toMatchObject({
    text: 'Thursday at ten it is.',
  });
});

test('shows all of 10,000 messages by scrolling', async ({ world }) => {
  await world.connect();
  const panel = await openConversation(world, await world.visit('/in/ana-duarte-x1/'));
  await panel.see(/Ana Duarte/u);
  await panel.see(like('panel.thread.count', { count: 50 }));
  await panel.evaluate(`new Promise((done) => {
    const thread = document.querySelector('[role="region"][aria-label="${text('panel.thread.label', { person: 'Ana Duarte' })}"]');
    const reach = () => {
      if (thread.textContent.includes('${text('panel.thread.start')}')) return done(0);
      thread.scrollTop = 0;
      setTimeout(reach, 50);
    };
    reach();
  })`);
  await panel.see(like('panel.thread.count', { count: 10_000 }));
  const pages = world.sites.getsales.control.requests().filter(({ path }) => path.endsWith('/linkedin-messages'));
  expect(pages.length).toBeGreaterThanOrEqual(200);
});

test('keeps a draft when the panel is closed, for this person only', async ({ world }) => {
  await world.connect();
  const page = await world.visit('/in/jonas-berg-x3/');
  const panel = await openConversation(world, page);
  await panel.see(/introduce you/u);
  await write(panel, 'Half a thought');
  await panel.see(like('panel.composer.count', { count: 14, max: 8000 }));
  await world.closePanel(panel);
  const again = await openConversation(world, page);
  await again.see(like('panel.composer.count', { count: 14, max: 8000 }));
  expect(await again.evaluate('document.querySelector("textarea").value')).toBe('Half a thought');
  await page.goto('https://www.linkedin.com/in/ana-duarte-x1/');
  await again.see(/Ana Duarte/u);
  await again.see(like('panel.composer.count', { count: 0, max: 8000 }));
});
