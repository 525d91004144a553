import { OptionsScreen } from '@/components/screens/options/OptionsScreen';
import { NotLoaded } from '@/components/ui/NotLoaded';
import { mount } from '@/lib/ui/page/mount';

mount({
  texts: ['everywhere', 'errors', 'options', 'activity'],
  title: 'app.optionsTitle',
  screen: () => <OptionsScreen />,
  notLoaded: () => <NotLoaded />,
  later: () => import('@/components/setup/warnings/Warnings'),
});
