import { describe, expect, it } from 'vitest';
import { setupSteps } from './setup-steps';

describe('the three setup steps', () => {
  it.each(['asking', 'disconnected', 'key-needed'] as const)(
    'begin with the key while the session is %s',
    (session) => {
      expect(setupSteps({ session, defaultsChosen: true, pinned: true })).toEqual({
        connect: 'current',
        defaults: 'later',
        open: 'later',
      });
    },
  );

  it('continue with list and sender once connected, with the last step open too', () => {
    expect(setupSteps({ session: 'connected', defaultsChosen: false, pinned: false })).toEqual({
      connect: 'done',
      defaults: 'current',
      open: 'open',
    });
  });

  it.each([false, null])('end with the icon when pinned is %s', (pinned) => {
    expect(setupSteps({ session: 'connected', defaultsChosen: true, pinned }).open).toBe('current');
  });

  it('are all done when the icon is pinned and the defaults are chosen', () => {
    expect(setupSteps({ session: 'connected', defaultsChosen: true, pinned: true })).toEqual({
      connect: 'done',
      defaults: 'done',
      open: 'done',
    });
  });

  it('do not tick the defaults because of the icon', () => {
    expect(setupSteps({ session: 'connected', defaultsChosen: false, pinned: true }).defaults).toBe('current');
  });
});
