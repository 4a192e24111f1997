import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { InstallationKeys } from '#platform/vault/installation-keys.ts'
import { sealFirst } from '#platform/vault/seal-first.ts'

const key = {
  id: '00000000-0000-4000-8000-00000000000a',
  bytes: createHash('sha256').update('a key for specs and measuring').digest(),
}

/** One key of an installation for every database of a run: what a spec seals, another process opens. */
export const keysForSpecs: InstallationKeys = {
  current: () => key,
  get(id) {
    if (id !== key.id) throw new Error('This was sealed with another key')
    return key
  },
}

/** Seals what a spec wrote past the application: nothing plain is ever taken for opened. */
export const sealPlain = ({ host, port, user, password, database }: pg.Client): Promise<void> =>
  sealFirst(
    { host, port, user: user ?? '', password: String(password), database: database ?? '' },
    { keys: keysForSpecs, again: true },
  )
