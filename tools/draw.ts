import { parseArgs } from 'node:util'
import { asAdmin, startTestServer, templateName } from '../tests/support/server.ts'
import { drawDatabase } from './draw/draw-database.ts'
import type { Drawing } from './draw/drawing.ts'
import { readRemovable } from './draw/removable.ts'
import { differing, leftOver, removeAll, writeAll } from './draw/fresh.ts'

/**
 * `npm run draw` writes the drawings, `-- --check` only says which are not fresh, and `-- --database` draws
 * only what the migrations say, for the moment when the code does not fit them yet.
 */
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, database: { type: 'boolean', default: false } },
})

/** Loaded when it is asked for: it needs every module to load. */
async function drawRest(): Promise<Drawing[]> {
  const { drawHouse } = await import('./draw/draw-house.ts')
  return drawHouse(await asAdmin(server, templateName, readRemovable))
}

const { server, stop } = await startTestServer()
try {
  const ofDatabase = await asAdmin(server, templateName, drawDatabase)
  const drawings = values.database ? ofDatabase : [...ofDatabase, ...(await drawRest())]
  const changed = await differing(drawings)
  const gone = values.database ? [] : leftOver(drawings)
  if (!values.check) {
    await writeAll(drawings)
    await removeAll(gone)
  }
  for (const path of changed)
    console.log(values.check ? `${path} is not fresh: npm run draw` : `Drew ${path}`)
  for (const path of gone)
    console.log(values.check ? `${path} is drawn by nothing: npm run draw` : `Removed ${path}`)
  process.exitCode = values.check && changed.length + gone.length > 0 ? 1 : 0
} finally {
  await stop()
}
