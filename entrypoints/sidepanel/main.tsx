import { PanelScreen } from '@/components/screens/PanelScreen';
import { mount } from '@/lib/ui/mount';

mount(<PanelScreen />);
