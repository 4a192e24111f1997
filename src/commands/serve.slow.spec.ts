import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRunning } from '#platform/database/processes.ts'
import { root } from '../../tools/source.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tl-serve-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Everybody in one terminal: a group of processes that is interrupted together. */
function inATerminal() {
  const { DATABASE_URL: _elsewhere, ...environment } = process.env
  const own = { THROUGHLINE_DATA: folder, PORT: '0', HOST: '127.0.0.1' }
  return spawn('npm', ['run', 'dev'], { cwd: root, detached: true, env: { ...environment, ...own } })
}

async function heard(child: ReturnType<typeof inATerminal>, words: string) {
  let said = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(chunk)
    // Heard to the end, like a terminal: it has more to say.
    if (said.includes(words)) {
      child.stdout.resume()
      return said
    }
  }
  throw new Error(`It ended and had said: ${said}`)
}

test('interrupted in its terminal, everything ends, and the database of its own with it', async () => {
  const child = inATerminal()
  const closed = once(child, 'close')
  // Where to look, and as whom, once the empty database holds the demo.
  expect(await heard(child, 'Maya Okafor is a navigator')).toContain('Throughline answers at')
  const file = join(folder, 'postgres', 'cluster', 'postmaster.pid')
  const postmaster = Number((await readFile(file, 'utf8')).split('\n')[0])
  expect(isRunning(postmaster)).toBe(true)
  process.kill(-(child.pid as number), 'SIGINT')
  await closed
  for (let waited = 0; waited < 10_000 && isRunning(postmaster); waited += 100) await pause(100)
  expect(isRunning(postmaster)).toBe(false)
  await expect(readFile(file)).rejects.toThrow('ENOENT')
}, 240_000)
