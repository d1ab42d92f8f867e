import type { ServiceDefinition } from '#service';
import { AdministrationModule, FEATURES } from './administration.module.js';
import { AuditEntry } from './audit-log/audit-entry.entity.js';
import { AuditLog1763670000100 } from './migrations/1763670000100-audit-log.js';

export const administrationService: ServiceDefinition = {
  name: 'administration',
  path: 'admin',
  title: 'Administration: participants, devices, grid, tokens, clock',
  module: AdministrationModule,
  features: FEATURES,
  storage: { schema: 'administration', entities: [AuditEntry], migrations: [AuditLog1763670000100] },
};
