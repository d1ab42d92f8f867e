import 'reflect-metadata';
import { runAlone } from '#service';
import { administrationService } from './service.js';

await runAlone(administrationService);
