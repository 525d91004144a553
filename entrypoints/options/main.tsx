import { OptionsScreen } from '@/components/screens/OptionsScreen';
import { mount } from '@/lib/ui/page/mount';

mount(<OptionsScreen />);
