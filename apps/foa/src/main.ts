import 'reflect-metadata';
import { runAlone } from '#service';
import { foaService } from './service.js';

await runAlone(foaService);
