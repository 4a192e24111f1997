import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { databaseOn, type FreshDatabase } from '../tests/support/own-database.ts'
import { startTestServer, type TestServer } from '../tests/support/server.ts'
import { timeSealing } from '../tests/tampering/sealing-time.ts'
import { sums, tamper } from '../tests/tampering/tamper.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    seconds: { type: 'string', default: '20' },
    help: { type: 'boolean', default: false },
  },
})

const usage = [
  'npm run verify:audit -- [--times 1000] [--seed n] [--seconds 20]',
  '',
  'Tampers with a sealed trail as the superuser, in a database of its own, and asks each time whether the verifier',
  'finds it. Then measures how long after its commit an event is sealed. Ends with 1 when anything was missed.',
].join('\n')

const say = (line: string) => void process.stdout.write(`${line}\n`)
/** AU-3: sealed and written outside the database within five seconds, in 99 of 100 cases. */
const mostSealing = 5000

async function onOwn<T>(server: TestServer, work: (database: FreshDatabase) => Promise<T>): Promise<T> {
  const database = await databaseOn(server)
  return work(database).finally(() => database.close())
}

async function verify(times: number, seed: number): Promise<boolean> {
  const { server, stop } = await startTestServer()
  try {
    say(`${times} tamperings, seed ${seed}`)
    const each = (done: number) => void (done % 100 === 0 && say(`${done} done`))
    const told = await onOwn(server, (database) => tamper(database, { times, seed, each }))
    console.table(Object.fromEntries([...told.kinds].sort(([one], [other]) => one.localeCompare(other))))
    say('Found by one check alone, so missed without it:')
    console.table(told.aloneFoundBy)
    const { done, missed } = sums(told)
    say(
      `${done - missed} of ${done} found. In the untouched trail: ${told.untouched.join(' and ')} findings.`,
    )
    const sealing = await onOwn(server, (database) => timeSealing(database, Number(values.seconds)))
    say('From commit until the root stands outside the database, in ms:')
    console.table([sealing])
    const blind = Object.values(told.aloneFoundBy).some((times) => times === 0)
    return (
      missed === 0 && told.untouched.every((found) => found === 0) && !blind && sealing.p99 <= mostSealing
    )
  } finally {
    await stop()
  }
}

if (values.help) say(usage)
else process.exitCode = (await verify(Number(values.times), Number(values.seed))) ? 0 : 1
