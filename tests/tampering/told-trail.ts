import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Actor, scopeOf, systemActor } from '#access/actor.ts'
import { type Anchor, fileAnchor, type Mark } from '#access/seal/anchor.ts'
import { openSealer, sealDistrict } from '#access/seal/sealer.ts'
import { readLeaves } from '#access/seal/store.ts'
import { verifyTrail } from '#access/seal/verify.ts'
import { type Trace, type TraceKind, writeTraces } from '#access/trail.ts'
import { standingClock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { FreshDatabase } from '../support/own-database.ts'
import type { randomFrom } from '../riverside/large/random.ts'
import { tuesday } from '../support/world.ts'

export type Random = ReturnType<typeof randomFrom>

const kinds: readonly TraceKind[] = ['read', 'change', 'refusal', 'export', 'print', 'sign_in']
const names = ['referral.sent', 'coordination/student', 'consent.recorded', 'people/search']
const seals = 6

/** One event with something in every column, so that every column can be tampered with. */
function traceOf(random: Random): Trace {
  const studentId = newId()
  return {
    kind: random.pick(kinds),
    name: random.pick(names),
    subject: { type: 'student', id: newId(), studentId, studentIds: [studentId, newId()] },
    detail: { count: random.below(100), fields: ['reason', 'urgency'] },
  }
}

const personOf = (districtId: string): Actor => ({
  ...systemActor(districtId),
  personId: newId(),
  assignmentId: newId(),
  partnerId: newId(),
  role: 'navigator',
})

type Told = { database: FreshDatabase; anchor: Anchor; sealer: Db; clock: ReturnType<typeof standingClock> }

/** Seals a district until nothing of it waits: transactions of other databases on the server hold it back. */
async function sealed({ database, anchor, sealer, clock }: Told, districtId: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const seal = await sealDistrict(sealer, { districtId, clock })
    if (seal !== undefined) await anchor.publish(districtId, seal)
    const { rows } = await database.admin.query(
      `select from audit_event e where district_id = $1 and xact >= coalesce(
         (select max(until_xact) from audit_seal s where s.district_id = e.district_id), 0) limit 1`,
      [districtId],
    )
    if (rows.length === 0) return
    await pause(25)
  }
  throw new Error('The trail could not be sealed within five seconds')
}

/**
 * A copy takes the place of the database: two seals stand outside that are not in it, and both sides say so.
 */
async function restored({ database, anchor, clock }: Told, actor: Actor): Promise<void> {
  const { districtId } = actor
  const own = (await anchor.read()).marks.filter((mark) => mark.districtId === districtId)
  const last = own.at(-1) as Mark
  const lost = [1, 2].map((by) => ({ ...last, number: last.number + by, root: Buffer.alloc(32, by) }))
  for (const { fromXact = 0, sealedAt = '', ...each } of lost)
    await anchor.publish(districtId, {
      ...each,
      fromXact,
      sealedAt: new Date(sealedAt),
      previousRoot: Buffer.alloc(32),
    })
  const said = { epoch: 2, afterSeal: last.number, givenUp: last.number + lost.length }
  const subject = { type: 'district', id: districtId }
  await database.db.transaction(scopeOf(actor), (tx) =>
    writeTraces(tx, { actor, at: clock.now() }, [
      { kind: 'change', name: 'trail.restored', subject, detail: said },
    ]),
  )
  await anchor.publishRestores([{ districtId, ...said }])
}

/** Acts of two people in two districts, and a seal of each district after every few. */
async function tell(told: Told, { people, random }: { people: readonly Actor[]; random: Random }) {
  const { database, clock } = told
  for (let link = 0; link < seals; link++) {
    if (link === seals / 2) for (const actor of people) await restored(told, actor)
    for (const actor of people) {
      const acts = 2 + random.below(4)
      for (let one = 0; one < acts; one++) {
        const traces = Array.from({ length: 1 + random.below(4) }, () => traceOf(random))
        const by = { actor, at: clock.now() }
        await database.db.transaction(scopeOf(actor), (tx) => writeTraces(tx, by, traces))
      }
    }
    clock.set(new Date(clock.now().getTime() + 2000))
    for (const { districtId } of people) await sealed(told, districtId)
  }
  // An hour later nothing is new any more.
  clock.set(new Date(clock.now().getTime() + 3_600_000))
}

const putAside = `create table untouched_event as select * from audit_event;
  create table untouched_seal as select * from audit_seal`
const putBack = `truncate audit_event, audit_seal;
  insert into audit_event select * from untouched_event;
  insert into audit_seal select * from untouched_seal`

/**
 * The trail of two districts, sealed in several links whose roots stand in a file, and a way to put back
 * whatever was done to it.
 */
export async function toldTrail(database: FreshDatabase, random: Random) {
  const { admin, login } = database
  const clock = standingClock(tuesday)
  const folder = await mkdtemp(join(tmpdir(), 'tl-tampering-'))
  const path = join(folder, 'roots.jsonl')
  const anchor = fileAnchor(path)
  const sealer = openSealer(login('sealer'))
  const districts = [newId(), newId()]
  await tell({ database, anchor, sealer, clock }, { people: districts.map(personOf), random })
  const lines = await readFile(path, 'utf8')
  await admin.query(putAside)
  return {
    admin,
    districts,
    anchorPath: path,
    anchorLines: lines.split('\n').filter((line) => line !== ''),
    leavesOf: (districtId: string, range: { from: number; until: number }) =>
      sealer.transaction({ districtId, side: 'system' }, (tx) => readLeaves(tx, range)),
    async verify(checks?: Parameters<typeof verifyTrail>[1]['checks']) {
      const anchored = await anchor.read()
      return verifyTrail(sealer, { anchored, now: clock.now(), ...(checks && { checks }) })
    },
    async putBack() {
      await admin.query(putBack)
      await writeFile(path, lines)
    },
    async close() {
      await sealer.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type ToldTrail = Awaited<ReturnType<typeof toldTrail>>
