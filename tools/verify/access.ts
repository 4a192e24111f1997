import { parseArgs } from 'node:util'
import { compare, type Compared } from '#tests/oracle/compare.ts'
import { invent, whole } from '#tests/oracle/invent.ts'
import { mutants, withMutant } from '#tests/oracle/mutants.ts'
import { plant } from '#tests/oracle/plant.ts'
import { shapeOf } from '#tests/oracle/shape.ts'
import { wrongReaches } from '#tests/oracle/wrong-reaches.ts'
import pg from 'pg'
import { keysForSpecs } from '#tests/support/keys.ts'
import { Db } from '#platform/database/database.ts'
import { rolePasswords } from '#platform/database/roles.ts'
import { adminConfig, startTestServer, templateName } from '#tests/support/server.ts'

const wanted = 20_000_000

/** Runs the work on a migrated database of its own. */
async function onOwnDatabase<T>(work: (admin: pg.Client, db: Db) => Promise<T>): Promise<T> {
  const { server, stop } = await startTestServer()
  const admin = new pg.Client(adminConfig(server, templateName))
  const user = { user: 'throughline_app', password: rolePasswords(server.secret).app }
  const db = new Db({ ...adminConfig(server, templateName), ...user, max: 4 }, keysForSpecs)
  try {
    await admin.connect()
    return await work(admin, db)
  } finally {
    await db.close()
    await admin.end()
    await stop()
  }
}

const say = (line: string) => console.log(line)

/** Asks about everything, then whether each planted defect would have been noticed. @returns what is amiss */
async function verify(admin: pg.Client, db: Db, seed: number): Promise<string[]> {
  const shape = await shapeOf(admin)
  const facts = invent(shape, { seed, extent: whole })
  await plant(admin, facts, shape)
  const asked = { db, admin, facts, tables: [...shape.keys()] }
  const from = performance.now()
  const { people, decisions, disagreements } = await compare(asked, { enough: 20 })
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  say(
    `${decisions.toLocaleString('en-US')} decisions about ${people} people in ${seconds} s, ${shape.size} tables`,
  )
  const amiss = [...disagreements]
  if (decisions < wanted) amiss.push(`Only ${decisions} decisions: ${wanted} are wanted`)
  const judge = ({ says }: { says: string }, { disagreements: found }: Compared) => {
    say(`${found.length > 0 ? 'noticed' : 'MISSED '}  ${says}`)
    if (found.length === 0) amiss.push(`Not noticed: ${says}`)
  }
  for (const mutant of mutants)
    judge(mutant, await withMutant(admin, mutant, () => compare(asked, { enough: 1 })))
  for (const { says, ...wrong } of wrongReaches)
    judge({ says }, await compare({ ...asked, ...wrong }, { enough: 1 }))
  return amiss
}

const { values } = parseArgs({ options: { seed: { type: 'string' } } })
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
say(`Seed ${seed}`)
const amiss = await onOwnDatabase((admin, db) => verify(admin, db, seed))
for (const line of amiss) say(line)
say(
  amiss.length === 0
    ? 'The database and the oracle agree, and every defect was noticed.'
    : `${amiss.length} amiss`,
)
process.exitCode = amiss.length === 0 ? 0 : 1
