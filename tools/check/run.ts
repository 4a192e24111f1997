import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from '../source.ts'

export type Ran = { ok: boolean; output: string }

/** What is printed is kept and read again: without colors. */
const quiet = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }

/**
 * Runs a program of node_modules with the node that runs us, and waits for its end.
 * @param program the file below node_modules, so that no shell and no search path is involved
 * @param seconds after which it is ended and counts as failed
 */
export async function run(program: string, args: readonly string[], seconds: number): Promise<Ran> {
  const command = [join(root, 'node_modules', program), ...args]
  const signal = AbortSignal.timeout(seconds * 1000)
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: quiet,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(signal.aborted ? `Not done after ${seconds} s` : error.message))
    child.once('close', (code, cause) => resolve(code ?? `Ended by ${cause}`))
  })
  const [out, problems, end] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  const output = [out, problems, end === 0 || typeof end === 'number' ? '' : end]
  return {
    ok: end === 0,
    output: output
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n'),
  }
}
