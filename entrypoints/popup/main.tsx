import { PopupScreen } from '@/components/screens/PopupScreen';
import { PerAccount } from '@/lib/ui/ask';
import { mount } from '@/lib/ui/mount';

mount(
  <PerAccount>
    <PopupScreen />
  </PerAccount>,
);
