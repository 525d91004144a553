import { defaultSenderId } from '@/lib/settings/items';
import { useSetting, type Setting } from '@/lib/ui/worker/use-setting';

/** The sender that the user named as default in the options; null when none. */
export function usePreferredSender(): Setting<string | null> {
  return useSetting(defaultSenderId);
}
