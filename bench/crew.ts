import type { Db } from '#platform/database/database.ts'
import type { CastKey } from '../tests/riverside/cast.ts'
import { type Client, clientOf } from './client.ts'
import { tokenOf } from './town.ts'

/** Machines of the four people who carry a loop. */
export type Crew = { teacher: Client; counselor: Client; navigator: Client; intake: Client; leave(): void }

/** Gives each of the four a token and connections of their own to the server at this address. */
export async function hireCrew(address: URL, { db, now }: { db: Db; now: Date }): Promise<Crew> {
  const open = async (key: CastKey) =>
    clientOf(address, { token: await tokenOf(db, key, now), connections: 64 })
  const [teacher, counselor, navigator, intake] = [
    await open('joan'),
    await open('daniel'),
    await open('maya'),
    await open('noor'),
  ]
  const leave = () => {
    for (const client of [teacher, counselor, navigator, intake]) client.close()
  }
  return { teacher, counselor, navigator, intake, leave }
}
