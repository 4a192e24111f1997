import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { systemActor } from '#access/actor.ts'
import { type Doer, inTransaction } from '#access/doer.ts'
import { applyRoster } from './apply-roster.ts'
import { discardRoster } from './discard-roster.ts'
import { finishRoster } from './finish-roster.ts'
import { previewRoster } from './preview-roster.ts'
import { receiveRoster } from './receive-roster.ts'
import { refuseRoster } from './refuse-roster.ts'
import type { OnProgress } from './roster-changes.ts'
import { readRosterFile } from './roster-file.ts'
import type { RosterImport } from './roster-import.ts'
import { findImport } from './roster-import-store.ts'
import { fileOf } from './roster-part-store.ts'
import { rosterScreenWords } from './roster-screen-words.ts'
import { speaker } from './roster-speaker.ts'
import { RosterRefused } from './roster/refused.ts'

const workedBy = 'caller'

export type ImportRoster = {
  /** Path of a OneRoster CSV zip. */
  path: string
  /** Whether what it changes is applied; else it is only worked out, and the file forgotten. */
  apply: boolean
  /** How many students leave: has to be said where it is many. */
  ending?: number | undefined
  onProgress?: OnProgress
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const must = <T>(outcome: { done: true; result: T } | { done: false; because: readonly string[] }): T => {
  if (outcome.done) return outcome.result
  throw new Error(applyRoster.says(outcome.because[0] ?? ''))
}

/** The acts of the page after the file came in, one after another. */
async function carryOn(
  manager: Doer,
  importId: string,
  { apply, ending, onProgress }: Required<ImportRoster>,
) {
  const system = { ...manager, actor: systemActor(manager.actor.districtId) }
  const file = await inTransaction(system, (tx) => fileOf(tx, importId))
  const read = await readRosterFile(file, { db: system.db, actor: system.actor, onProgress })
  if (apply) {
    must(await applyRoster.perform(manager, { importId, workedBy }))
    must(await finishRoster.perform(system, { importId, read, onProgress, ending }))
  } else {
    must(await previewRoster.perform(system, { importId, read, onProgress }))
    must(await discardRoster.perform(manager, { importId }))
  }
}

/** What went wrong stands with the import, so that nothing is left half done and no job takes it up again. */
async function giveUp(manager: Doer, importId: string, error: unknown) {
  const system = { ...manager, actor: systemActor(manager.actor.districtId) }
  const { code, says } =
    error instanceof RosterRefused
      ? { code: error.code, says: error.message }
      : { code: 'stopped', says: rosterScreenWords()('stopped') }
  const found = await inTransaction(system, (tx) => findImport(tx, importId))
  if (found?.state === 'previewed') await discardRoster.perform(manager, { importId })
  else await refuseRoster.perform(system, { importId, code, says })
}

/**
 * Imports a roster file for `throughline import roster`: the same acts as the page, in this process and
 * without waiting for a job. All of the file is applied, or none of it [R368].
 * @param manager a roster manager: who sent and who applied it stand in the trail
 * @returns the import with what it changed, or would change
 * @throws RosterRefused when the file cannot be trusted; nothing of the district was changed then
 */
export async function importRoster(manager: Doer, given: ImportRoster): Promise<RosterImport> {
  const { path, onProgress = () => undefined } = given
  const fileHash = await hashOf(path)
  const fileName = basename(path)
  const { importId } = must(await receiveRoster.perform(manager, { fileName, fileHash, path, workedBy }))
  const speak = speaker(manager, importId)
  const both: OnProgress = (progress) => {
    speak(progress)
    onProgress(progress)
  }
  try {
    await carryOn(manager, importId, { ...given, ending: given.ending, onProgress: both })
  } catch (error) {
    await giveUp(manager, importId, error).catch(() => undefined)
    throw error
  }
  const found = await inTransaction(manager, (tx) => findImport(tx, importId))
  if (found === undefined) throw new Error('An import that was made must be there')
  return found
}
