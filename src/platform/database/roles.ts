import { createHmac } from 'node:crypto'

/** The roles that connect, and what each is for, stand in database/roles.sql. */
export type RolePasswords = { app: string; auth: string; worker: string; sealer: string }

/**
 * Passwords of the connecting roles, made from the installation's secret: nothing to store and nothing to
 * hand over.
 * @param start something that is new at each start of the database, so that they are too
 */
export function rolePasswords(secret: string, start = ''): RolePasswords {
  const since = start === '' ? '' : ` since ${start}`
  const password = (role: string) =>
    createHmac('sha256', secret).update(`database role ${role}${since}`).digest('base64url')
  return {
    app: password('app'),
    auth: password('auth'),
    worker: password('worker'),
    sealer: password('sealer'),
  }
}
