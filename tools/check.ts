import { parseArgs } from 'node:util'
import { groups } from './check/groups.ts'
import { type Group, type Result, runGroups } from './check/step.ts'

/** `npm test` runs everything; `npm run check` leaves out the slow part; names of steps run only those. */
const { values, positionals: only } = parseArgs({
  options: { fast: { type: 'boolean', default: false } },
  allowPositionals: true,
})

const chosen = groups(values.fast)
  .map(
    (group): Group => ({
      ...group,
      steps: group.steps.filter(({ name }) => only.length === 0 || only.includes(name)),
    }),
  )
  .filter(({ steps }) => steps.length > 0)

const tell = ({ name, ok, seconds, output, passed, failed }: Result) => {
  const counts = passed === undefined ? '' : `   ${passed} passed, ${failed} failed`
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s${counts}`)
  if (!ok) console.log(`\n${output}\n`)
}

const { passed, failed } = await runGroups(chosen, tell)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || chosen.length === 0 ? 1 : 0
