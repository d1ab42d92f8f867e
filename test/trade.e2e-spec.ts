import { startTestPlatform } from '#testing';
import { ALL_SERVICES } from '../apps/atp/src/services.js';
import { describeOneTrade } from './support/one-trade.js';
import { SETTINGS } from './support/platform-under-test.js';

describeOneTrade('one trade through the platform in one process', () =>
  startTestPlatform(ALL_SERVICES, SETTINGS),
);
