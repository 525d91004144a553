import { PanelScreen } from '@/components/screens/PanelScreen';
import { PerAccount } from '@/lib/ui/worker/ask';
import { mount } from '@/lib/ui/page/mount';

mount({
  texts: ['everywhere', 'errors', 'panel'],
  title: 'app.name',
  screen: () => (
    <PerAccount>
      <PanelScreen />
    </PerAccount>
  ),
});
