import { Module } from '@nestjs/common';
import { DomsClient } from './doms-client.js';

@Module({ providers: [DomsClient], exports: [DomsClient] })
export class DomsModule {}
