import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

/** A process that says a line again and again, until it was heard or is done. */
const talker = `
  import { terminalOf } from './src/commands/command.ts'
  const terminal = TERMINAL
  for (let times = 0; times < 20; times++) {
    terminal.say('One more line')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  process.exit(7)
`

/** Listens to its first line and goes away. @returns how it ended */
async function heardOnce(terminal: string): Promise<number | null> {
  const source = talker.replace('TERMINAL', terminal)
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', '--input-type=module', '-e', source],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const ended = once(child, 'exit')
  for await (const _ of child.stdout) break
  return (await ended)[0] as number | null
}

test('work goes on when nobody hears any more what it says', async () => {
  expect(await heardOnce('terminalOf(process.stdout)')).toBe(7)
})

test('without that it would have ended', async () => {
  const careless = `{ say: (line) => process.stdout.write(line) }`
  expect(await heardOnce(careless)).toBe(1)
})
