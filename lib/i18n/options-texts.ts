import { enOptionsPage } from './locales/en-options';
import { addTexts } from './text';

addTexts(enOptionsPage);
