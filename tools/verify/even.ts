import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'

/**
 * `npm run verify:even` asks the door five hundred times about somebody it knows and as often about nobody,
 * over real sockets on this machine, in each way there is before signing in: neither what is answered nor how
 * long it takes tells them apart, and two planted doors that tell are noticed. `-- --asks 100` asks less.
 */
const { values } = parseArgs({ options: { asks: { type: 'string', default: '500' } } })
const spec = ['run', '--project', 'slow', 'src/access/sign-in/timing.slow.spec.ts']
const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...spec], {
  stdio: 'inherit',
  env: { ...process.env, THROUGHLINE_ASKS: values.asks },
})
const [code] = (await once(child, 'exit')) as [number | null]
process.exitCode = code ?? 1
