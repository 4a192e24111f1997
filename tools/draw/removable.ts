import type pg from 'pg'

/** What is overwritten or taken away when the records of a class are removed, as the migrations say. */
export type Removable = { recordClass: string; table: string }

/** @param client connected to a migrated database as its superuser */
export const readRemovable = async (client: pg.ClientBase): Promise<Removable[]> =>
  (
    await client.query<Removable>(
      `select distinct record_class as "recordClass", target as "table" from house.removable order by 1, 2`,
    )
  ).rows
