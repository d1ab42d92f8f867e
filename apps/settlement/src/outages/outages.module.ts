import { Module } from '@nestjs/common';
import { OutagesController } from './outages.controller.js';

@Module({ controllers: [OutagesController] })
export class OutagesModule {}
