import { OptionsScreen } from '@/components/screens/OptionsScreen';
import { mount } from '@/lib/ui/page/mount';

mount({
  texts: ['everywhere', 'errors', 'options', 'activity'],
  title: 'app.optionsTitle',
  screen: () => <OptionsScreen />,
});
