import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './built.ts'
import { measureCrisis } from './crisis.ts'
import { measureLoop } from './loop.ts'
import { measureClocks } from './clocks.ts'
import { measureMessages } from './messages.ts'
import { measurePages } from './pages.ts'
import { measureRoster } from './roster.ts'
import { measureStart } from './start.ts'
import { measureWalls } from './walls.ts'
import type { SizeName } from '../tests/riverside/large/sizes.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    size: { type: 'string', default: 'lausd' },
    help: { type: 'boolean', default: false },
  },
})

const names = ['crisis', 'loop', 'pages', 'start', 'roster', 'walls', 'clocks', 'messages']
const sizes = ['boston', 'lausd']
/** What was asked that is not measured here: nothing is run for it. */
const unknown = [
  ...(values.only === undefined || names.includes(values.only) ? [] : [`--only ${values.only}`]),
  ...(sizes.includes(values.size) ? [] : [`--size ${values.size}`]),
]

const usage = [
  `npm run bench -- [--only ${names.join(' | ')}]`,
  `                 [--json] [--size ${sizes.join(' | ')}]`,
  '',
  'Measures the built server on databases of its own, and builds it first when the sources have changed. Ratios',
  'hold on a noisy machine; single figures do not.',
].join('\n')

const log = (line: string) => void (values.json || process.stderr.write(`${line}\n`))
const machine = () => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  /** What else ran: the load of the last minute, before and beside what is measured here. */
  load: loadavg()[0],
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
})

async function measure() {
  ensureBuilt(log)
  const wanted = (name: string) => values.only === undefined || values.only === name
  const loop = wanted('loop') ? await measureLoop({ log }) : undefined
  const crisis = wanted('crisis') ? await measureCrisis() : undefined
  const start = wanted('start') ? await measureStart() : undefined
  const pages = wanted('pages') ? await measurePages({ size: values.size as SizeName, log }) : undefined
  const roster = wanted('roster') ? await measureRoster({ log }) : undefined
  const walls = wanted('walls') ? await measureWalls({ size: values.size as SizeName, log }) : undefined
  const clocks = wanted('clocks') ? await measureClocks({ log }) : undefined
  const messages = wanted('messages') ? await measureMessages({ log }) : undefined
  const atEight = loop?.find(({ connections }) => connections === 8)?.loopToFloor
  return {
    machine: machine(),
    ...(atEight !== undefined && { loopToFloorAt8: atEight }),
    loop,
    crisis,
    start,
    pages,
    roster,
    walls,
    clocks,
    messages,
  }
}

if (values.help) process.stdout.write(`${usage}\n`)
else if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(' and no ')} to measure. See npm run bench -- --help\n`)
  process.exitCode = 1
} else {
  const result = await measure()
  if (!values.json) {
    if (result.loop) console.table(result.loop)
    if (result.crisis) console.table([result.crisis])
    if (result.start) console.table([result.start])
    if (result.pages) console.table(result.pages)
    if (result.roster) console.table([result.roster])
    for (const each of [result.walls, result.clocks, result.messages]) if (each) console.table(each)
  }
  process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`)
}
