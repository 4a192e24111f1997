import type pg from 'pg'
import { drawDictionary } from './dictionary.ts'
import type { Drawing } from './drawing.ts'
import { drawSchema } from './schema.ts'
import { drawTables } from './tables.ts'

/** Draws what is drawn from the migrated database. @param client connected to it as its superuser */
export async function drawDatabase(client: pg.Client): Promise<Drawing[]> {
  return [
    { path: 'database/schema.ts', text: await drawSchema(client) },
    await drawTables(client),
    await drawDictionary(client),
  ]
}
