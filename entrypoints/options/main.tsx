import { OptionsScreen } from '@/components/screens/OptionsScreen';
import { mount } from '@/lib/ui/mount';

mount(<OptionsScreen />);
