import type pg from 'pg'
import { asKeeper } from './seal-anew.ts'

export type KeyStanding = {
  installationKeys: number
  districtKeys: number
  retiredDistrictKeys: number
  dataKeys: number
  retiredDataKeys: number
  /** Turns that were ended before they were done. */
  cutShort: { what: string; begunAt: Date }[]
}

/** How many keys of each kind there are, and which turns were cut short. @param client that may migrate */
export const keyStanding = (client: pg.ClientBase): Promise<KeyStanding> =>
  asKeeper(client, async () => {
    const counts = await client.query<Omit<KeyStanding, 'cutShort'>>(`select
      (select count(distinct wrapped_under)::int from district_key) as "installationKeys",
      (select count(*)::int from district_key where retired_at is null) as "districtKeys",
      (select count(*)::int from district_key where retired_at is not null) as "retiredDistrictKeys",
      (select count(*)::int from data_key where retired_at is null) as "dataKeys",
      (select count(*)::int from data_key where retired_at is not null) as "retiredDataKeys"`)
    const turns = await client.query<{ what: string; begunAt: Date }>(
      'select what, begun_at as "begunAt" from house.key_turn where ended_at is null order by begun_at',
    )
    const [counted] = counts.rows as [Omit<KeyStanding, 'cutShort'>]
    return { ...counted, cutShort: turns.rows }
  })
