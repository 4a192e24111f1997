import type { Db } from '#platform/database/database.ts'
import { cast } from '#tests/riverside/cast.ts'
import { extentOfRiverside, fillRiverside } from '#tests/riverside/stories/fill.ts'
import type { Installation } from '../installation.ts'
import type { Terminal } from './command.ts'

/**
 * An empty embedded database, or one whose filling was cut short, gets the demo district; any other is left
 * as it is. This file alone knows the invented people, and a server on a database of its own never loads it.
 * @returns whether a demo is there
 */
export async function fillDemo(installation: Installation, db: Db, terminal: Terminal): Promise<boolean> {
  const districts = await db.pool.query<{ id: string }>('select id from house.district_ids() as id')
  const cutShort = (await extentOfRiverside(db)) === 'half'
  if (cutShort) terminal.say('Filling the demo district was cut short. It is taken away and begun again.')
  if (districts.rowCount === 0 || cutShort) {
    const onProgress = (told: number, of: number) =>
      terminal.progress(`Filling the demo district: ${told} of ${of} stories`)
    await fillRiverside({ admin: installation.admin, db, now: installation.clock.now(), onProgress })
  }
  return (await extentOfRiverside(db)) !== 'absent'
}

/** What is said of the demo where it is served. @param address where the site is reached */
export const aboutDemo = (address: string): string =>
  `This is the demo district of Riverside, with invented people. Open ${address}/sign-in and sign in with one click: ` +
  `${cast.maya.name} is a navigator, ${cast.daniel.name} a counselor, ${cast.noor.name} takes referrals for an agency.`
