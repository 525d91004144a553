import { PanelScreen } from '@/components/screens/PanelScreen';
import { PerAccount } from '@/lib/ui/ask';
import { mount } from '@/lib/ui/mount';

mount(
  <PerAccount>
    <PanelScreen />
  </PerAccount>,
);
