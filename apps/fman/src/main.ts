import 'reflect-metadata';
import { runAlone } from '#service';
import { fmanService } from './service.js';

await runAlone(fmanService);
