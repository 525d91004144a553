import { PopupScreen } from '@/components/screens/PopupScreen';
import { mount } from '@/lib/ui/mount';

mount(<PopupScreen />);
