import 'reflect-metadata';
import { runAlone } from '#service';
import { fmarService } from './service.js';

await runAlone(fmarService);
