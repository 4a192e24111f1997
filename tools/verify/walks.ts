import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'

/**
 * `npm run verify:walks` makes three thousand moves through a small district, absences, missed visits and
 * restarts among them: after each, nobody is lost and what was missed is kept; planted defects are found.
 * `-- --moves 10000` makes more, `-- --seed 1000` begins elsewhere.
 */
const { values } = parseArgs({
  options: { moves: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' } },
})
const spec = ['run', '--project', 'slow', 'tests/walks/nobody-lost.slow.spec.ts']
const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...spec], {
  stdio: 'inherit',
  env: { ...process.env, WALK_MOVES: values.moves, WALK_SEED: values.seed },
})
const [code] = (await once(child, 'exit')) as [number | null]
process.exitCode = code ?? 1
