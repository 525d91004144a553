import { PopupScreen } from '@/components/screens/PopupScreen';
import { PerAccount } from '@/lib/ui/worker/ask';
import { mount } from '@/lib/ui/page/mount';

mount({
  texts: ['everywhere', 'errors', 'popup', 'people'],
  title: 'app.name',
  screen: () => (
    <PerAccount>
      <PopupScreen />
    </PerAccount>
  ),
});
