import { PopupScreen } from '@/components/screens/PopupScreen';
import { PerAccount } from '@/lib/ui/worker/ask';
import { mount } from '@/lib/ui/page/mount';

mount(
  <PerAccount>
    <PopupScreen />
  </PerAccount>,
);
