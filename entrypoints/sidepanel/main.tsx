import { PanelScreen } from '@/components/screens/panel/PanelScreen';
import { PerAccount } from '@/lib/ui/worker/worker-query';
import { NotLoaded } from '@/components/ui/NotLoaded';
import { mount } from '@/lib/ui/page/mount';

mount({
  texts: ['everywhere', 'errors', 'panel'],
  title: 'app.name',
  screen: () => (
    <PerAccount>
      <PanelScreen />
    </PerAccount>
  ),
  notLoaded: () => <NotLoaded />,
  later: () => import('@/components/setup/warnings/Warnings'),
});
