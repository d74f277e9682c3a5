import { surveiller } from './surveiller';

surveiller(window);
