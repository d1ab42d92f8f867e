import 'reflect-metadata';
import { runAlone } from '#service';
import { domsAdapterService } from './service.js';

await runAlone(domsAdapterService);
