import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { scopeOf, systemActor } from '#access/actor.ts'
import { fileAnchor } from '#access/seal/anchor.ts'
import { openSealer, startSealing } from '#access/seal/sealer.ts'
import { writeTraces } from '#access/trail.ts'
import { systemClock } from '#platform/clock.ts'
import { statement } from '#platform/database/query.ts'
import { seedBase } from '../riverside/base.ts'
import { riversideId } from '../riverside/places.ts'
import type { FreshDatabase } from '../support/own-database.ts'

/** Milliseconds from the commit of an event until its seal stands in the file outside the database. */
export type SealingTime = { events: number; p50: number; p99: number; most: number }

const ownXact = statement(
  (_: object) => sql<{ xact: number }>`select pg_current_xact_id()::text::bigint as xact`,
)
const actor = systemActor(riversideId)
const trace = { kind: 'read', name: 'specs/look', subject: { type: 'nothing', id: null } } as const

/**
 * Writes an event every few milliseconds while the trail is sealed as a worker seals it, and notes when the
 * root that covers it was published.
 */
export async function timeSealing({ db, login }: FreshDatabase, seconds: number): Promise<SealingTime> {
  await db.transaction({ districtId: riversideId, side: 'system' }, seedBase)
  const folder = await mkdtemp(join(tmpdir(), 'tl-sealing-'))
  const file = fileAnchor(join(folder, 'roots.jsonl'))
  const [waiting, took]: [{ xact: number; at: number }[], number[]] = [[], []]
  const anchor: typeof file = {
    ...file,
    async publish(districtId, seal) {
      await file.publish(districtId, seal)
      const sealed = waiting.filter(({ xact }) => xact < seal.untilXact)
      took.push(...sealed.map(({ at }) => performance.now() - at))
      waiting.splice(0, waiting.length, ...waiting.filter((one) => !sealed.includes(one)))
    },
  }
  const sealer = openSealer(login('sealer'))
  const fail = (error: Error) => void process.stderr.write(`${error.message}\n`)
  const notes = { removed: join(folder, 'removed.jsonl'), takenBack: join(folder, 'taken-back.jsonl') }
  const sealing = startSealing({ sealer, clock: systemClock, anchor, notes, log: fail })
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    const xact = await db.transaction(scopeOf(actor), async (tx) => {
      writeTraces(tx, { actor, at: systemClock.now() }, [trace])
      return (await tx.one(ownXact, {})).xact
    })
    waiting.push({ xact, at: performance.now() })
    await pause(20)
  }
  const events = took.length + waiting.length
  while (waiting.length > 0 && performance.now() < until + 10_000) await pause(50)
  await sealing.stop()
  await sealer.close()
  await rm(folder, { recursive: true, force: true })
  took.sort((one, other) => one - other)
  const at = (share: number) =>
    Math.round(took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Infinity)
  return { events, p50: at(0.5), p99: at(0.99), most: at(1) }
}
