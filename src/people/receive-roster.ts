import { open } from 'node:fs/promises'
import { z } from 'zod'
import { act, done } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { text } from '#platform/given.ts'
import { insertImport } from './roster-import-store.ts'
import { insertPart, partBytes } from './roster-part-store.ts'
import { whenToWork, workedBy } from './roster-work.ts'

/** Puts a file away piece by piece, so that a job on any machine can read it. */
async function keepFile(unit: Unit, importId: string, path: string): Promise<void> {
  const file = await open(path)
  try {
    for (let position = 0; ; position++) {
      const { bytesRead, buffer } = await file.read(
        Buffer.alloc(partBytes),
        0,
        partBytes,
        position * partBytes,
      )
      if (bytesRead === 0) return
      await insertPart(unit, { id: importId, position, bytes: buffer.subarray(0, bytesRead) })
    }
  } finally {
    await file.close()
  }
}

/** A roster file came in. It is read by a job; nothing of the district changes before somebody applies it. */
export const receiveRoster = act({
  name: 'people/receive-roster',
  by: ['roster_manager'],
  given: z.object({
    fileName: text(255),
    fileHash: z.string().regex(/^[0-9a-f]{64}$/),
    /** Where the upload lies on this machine, until the act is over. */
    path: z.custom<string>((path) => typeof path === 'string'),
    workedBy,
  }),
  async do(unit, { fileName, fileHash, path, ...work }) {
    unit.permit(true)
    const id = unit.id()
    await insertImport(unit, { id, fileName, fileHash, format: '', state: 'reading', summary: {} })
    await keepFile(unit, id, path)
    unit.record('roster.received', { type: 'roster_import', id })
    unit.enqueue({
      task: 'people/read-roster',
      payload: { import_id: id },
      key: `people/read-roster ${id}`,
      ...whenToWork(work, unit.now),
    })
    return done({ importId: id })
  },
})
