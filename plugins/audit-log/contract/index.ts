export { actorKinds, auditEntry } from './entry.ts';
export type { AuditEntry } from './entry.ts';
export { record } from '../server/src/store/record.ts';
