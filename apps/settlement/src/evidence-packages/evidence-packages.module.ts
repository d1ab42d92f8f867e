import { Module } from '@nestjs/common';
import { EvidencePackagesController } from './evidence-packages.controller.js';
import { KeysController } from './keys.controller.js';
import { SigningKeys } from './signing-keys.js';

@Module({ controllers: [EvidencePackagesController, KeysController], providers: [SigningKeys] })
export class EvidencePackagesModule {}
