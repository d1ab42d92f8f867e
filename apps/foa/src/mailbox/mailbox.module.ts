import { Module } from '@nestjs/common';
import { Mailbox } from './mailbox.js';

@Module({ providers: [Mailbox], exports: [Mailbox] })
export class MailboxModule {}
