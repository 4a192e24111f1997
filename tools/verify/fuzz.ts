import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'

/**
 * `npm run verify:fuzz` sends a hundred thousand requests that somebody made up to every address: none tells
 * of the inside, none breaks the server, and what would tell is found. `-- --requests 5000` sends fewer.
 */
const { values } = parseArgs({ options: { requests: { type: 'string', default: '100000' } } })
const spec = ['run', '--project', 'database', 'tests/promises/fuzzed.spec.ts']
const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...spec], {
  stdio: 'inherit',
  env: { ...process.env, THROUGHLINE_FUZZ: values.requests },
})
const [code] = (await once(child, 'exit')) as [number | null]
process.exitCode = code ?? 1
