import { expect, test } from 'vitest';
import { stoppedClock } from '@/components/testing/clock';
import { show } from '@/components/testing/show';
import { minute } from '@/lib/ui/conversation/testing/examples';
import { useKeepFresh } from '@/lib/ui/conversation/use-thread';

function Conversation({ asOf, refresh }: { readonly asOf: string; readonly refresh: () => void }) {
  useKeepFresh(asOf, refresh);
  return <p>{asOf}</p>;
}

/** A thread whose messages are this old when it opens. */
async function openedAfter(ms: number) {
  const { pass } = stoppedClock(Date.parse(minute(5)) + ms);
  let loads = 0;
  await show(<Conversation asOf={minute(5)} refresh={() => void (loads += 1)} />);
  return {
    loads: () => loads,
    comeBackAfter: async (awayMs: number) => {
      await pass(awayMs);
      document.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

test('messages are loaded again when the thread comes back into view more than 15 seconds later', async () => {
  const { loads, comeBackAfter } = await openedAfter(0);
  await comeBackAfter(15_000);
  expect(loads()).toBe(0);
  await comeBackAfter(1);
  expect(loads()).toBe(1);
});

test.each([
  [15_000, 0],
  [15_001, 1],
])('messages that are %i ms old when the thread opens are loaded again: %i', async (ms, times) => {
  const { loads } = await openedAfter(ms);
  expect(loads()).toBe(times);
});
