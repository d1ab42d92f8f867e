import 'reflect-metadata';
import { runAlone } from '#service';
import { settlementService } from './service.js';

await runAlone(settlementService);
