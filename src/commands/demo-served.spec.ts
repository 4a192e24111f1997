import { afterAll, beforeAll, expect, test } from 'vitest'
import { riversideId } from '#tests/riverside/places.ts'
import { commandLine } from '#tests/support/command.ts'
import { doorstep, type Doorstep } from '#tests/support/doorstep.ts'
import { openInstallation } from '../installation.ts'
import { prepare } from './sides.ts'

let house: Doorstep
let line: Awaited<ReturnType<typeof commandLine>>
beforeAll(async () => {
  house = await doorstep()
  line = await commandLine(house)
})
afterAll(async () => {
  await line.close()
  await house.close()
})

const quiet = { overwrites: false, say: () => undefined, progress: () => undefined }

test('one click signs in only on the embedded database: never where DATABASE_URL names another', async () => {
  await house.admin.query('begin; set local session_replication_role = replica')
  await house.admin.query('update district set filled_at = created_at where district_id = $1', [riversideId])
  await house.admin.query('commit')
  const installation = await openInstallation(line.settings)
  try {
    expect(installation.embedded).toBe(false)
    expect(await prepare(installation, house.db, quiet)).toBe(false)
    expect(await prepare({ ...installation, embedded: true }, house.db, quiet)).toBe(true)
  } finally {
    await installation.close()
  }
})
