import { PanelScreen } from '@/components/screens/panel/PanelScreen';
import { PerAccount } from '@/lib/ui/worker/worker-query';
import { mount } from '@/lib/ui/page/mount';

mount(
  <PerAccount>
    <PanelScreen />
  </PerAccount>,
);
