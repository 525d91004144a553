import { useAsk } from './ask';

/** How much still waits to leave this browser. */
export interface Unfinished {
  readonly adds: number;
  readonly messages: number;
}

/** Counted when asked for; nothing until it is known. */
export function useUnfinished(asking: boolean): Unfinished {
  const { data } = useAsk('activity.page', asking ? { show: 'open', after: null, limit: 200 } : null);
  const states = data?.intents.map(({ kind, state }) => `${kind} ${state.name}`) ?? [];
  return {
    adds: states.filter((state) => state === 'add waiting' || state === 'add dispatching').length,
    messages: states.filter((state) => state === 'send queued').length,
  };
}
