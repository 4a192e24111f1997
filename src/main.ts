import { debuglog } from 'node:util'
import { carryOut } from './commands/all.ts'
import { terminalOf } from './commands/command.ts'
import { inOneLine } from './commands/one-line.ts'

try {
  await carryOut(process.argv.slice(2), { terminal: terminalOf(process.stdout), environment: process.env })
} catch (error) {
  process.stderr.write(`throughline: ${inOneLine(error)}\n`)
  debuglog('throughline')('%s', (error as Error).stack)
  process.exitCode = 1
}
