export { requireSession, sessionOf } from '../../seating/domain/session.ts';
