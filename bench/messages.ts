import pg from 'pg'
import { systemActor } from '#access/actor.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { sendOne } from '#messages/send.ts'
import { house } from '../src/compose.ts'
import { actorOf } from '../tests/riverside/cast.ts'
import { riversideId } from '../tests/riverside/places.ts'
import { keptMail, keptTexts } from '../tests/support/posting.ts'
import { morning } from './day.ts'
import { breakGround, type Ground } from './ground.ts'
import { atOnce, cpuSeconds } from './measure.ts'
import { buildTown } from './town.ts'

export type MessagesResult = {
  what: string
  count: number
  seconds: number
  cpuNode: number
  cpuDatabase: number
}

const wanted = 10_000
const connections = 8
const rounded = (value: number) => Math.round(value * 100) / 100

/** Messages that wait, as a crisis nobody answers makes them: each still needed when it goes out. */
async function fill(ground: Ground): Promise<string[]> {
  await buildTown(ground.db, { pupils: 1, now: morning })
  const clock = { now: () => morning }
  const doer = {
    db: ground.db,
    clock,
    actor: actorOf('joan'),
    reactions: house.reactions,
    provenLately: true,
  }
  await startIncident.perform(doer, { place: 'Room 9', onPremises: 'yes' })
  const admin = new pg.Client(ground.admin)
  await admin.connect()
  try {
    await admin.query('begin; set local session_replication_role = replica')
    await admin.query(
      `insert into message (district_id, id, kind, cause, person_id, subject_type, subject_id, dedupe_key, made_at, due_at, next_at)
       select district_id, gen_random_uuid(), kind, cause, person_id, subject_type, subject_id, dedupe_key || '/' || n, made_at,
         due_at, next_at from message cross join generate_series(2, $1::int) n where cause = 'crisis.told'`,
      [wanted],
    )
    await admin.query('commit')
    const { rows } = await admin.query<{ id: string }>(
      'select id from message where ended_at is null order by id',
    )
    return rows.map(({ id }) => id).slice(0, wanted)
  } finally {
    await admin.end()
  }
}

/**
 * What messages cost: whether each is still needed, to whom it goes, its words, and what came of it, as the
 * worker does it at eight at once. The mail itself is kept in memory, so that no network is measured.
 */
export async function measureMessages({ log }: { log: (line: string) => void }): Promise<MessagesResult[]> {
  const ground = await breakGround()
  try {
    const waiting = await fill(ground)
    log(`${waiting.length} messages wait`)
    const mail = keptMail()
    const job = sendOne({ mail, texts: keptTexts(), url: 'https://riverside.example' })
    const doer = {
      db: ground.db,
      clock: { now: () => morning },
      actor: systemActor(riversideId),
      reactions: house.reactions,
    }
    // What connects later starts at nothing, and is asked for at the end.
    const pids = await ground.databasePids()
    const [cpu, database] = [process.cpuUsage(), await cpuSeconds(pids)]
    const { seconds } = await atOnce(connections, {
      seconds: 3600,
      async work() {
        const messageId = waiting.pop()
        if (messageId === undefined) return false
        await job.run(doer, { messageId, district_id: riversideId })
        return true
      },
    })
    const { user, system } = process.cpuUsage(cpu)
    const cpuNode = rounded((user + system) / 1e6)
    const cpuDatabase = rounded((await cpuSeconds(await ground.databasePids())) - database)
    return [
      { what: 'prepared, handed over and noted', count: mail.kept.length, seconds, cpuNode, cpuDatabase },
    ]
  } finally {
    await ground.close()
  }
}
