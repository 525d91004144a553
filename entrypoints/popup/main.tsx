import { PopupScreen } from '@/components/screens/popup/PopupScreen';
import { PerAccount } from '@/lib/ui/worker/worker-query';
import { NotLoaded } from '@/components/ui/NotLoaded';
import { mount } from '@/lib/ui/page/mount';

mount({
  texts: ['everywhere', 'popup'],
  title: 'app.name',
  screen: () => (
    <PerAccount>
      <PopupScreen />
    </PerAccount>
  ),
  notLoaded: () => <NotLoaded />,
  later: () => import('@/components/setup/warnings/Warnings'),
});
