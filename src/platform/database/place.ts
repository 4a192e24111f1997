import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import type pg from 'pg'
import { isThisMachine } from '../this-machine.ts'

/** Where a database is and how it is spoken with, without who speaks. */
export type DatabasePlace = Pick<pg.ClientConfig, 'host' | 'port' | 'database' | 'ssl'>

/** A line that anybody in between could listen to, or pretend to be the other end of. */
const unsafe =
  'DATABASE_URL names another machine without sslmode=verify-full: the line to it would not be protected'

/**
 * The place a DATABASE_URL names. To another machine it is spoken over TLS, whose certificate has to be valid
 * and of that machine.
 * @param options.careless for tests: a line that is not protected is used
 * @throws one sentence for whoever runs it
 */
export function placeOf(url: string, { careless = false } = {}): DatabasePlace {
  const { hostname, port, pathname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? decodeURIComponent(hostname)
  const place = {
    host,
    port: Number(port || searchParams.get('port') || 5432),
    database: pathname.slice(1),
  }
  if (searchParams.get('sslmode') !== 'verify-full') {
    if (!careless && !isAbsolute(host) && !isThisMachine(host)) throw new Error(unsafe)
    return place
  }
  const root = searchParams.get('sslrootcert')
  return {
    ...place,
    ssl: { host, rejectUnauthorized: true, ...(root !== null && { ca: readFileSync(root, 'utf8') }) },
  }
}
