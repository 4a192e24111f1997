import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Whether the process is alive. One that ended and waits for its parent to notice (a zombie) is not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  try {
    // "pid (name) state ...": the name may hold anything, so look behind the last parenthesis.
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.startsWith('Z')
  } catch {
    return process.platform !== 'linux'
  }
}

/**
 * Whether the process is a PostgreSQL server of this cluster and not a stranger that was given its number
 * later. A server works in its cluster's directory, which Linux shows; elsewhere its command line must do.
 */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === cluster
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster)
  } catch {
    return false
  }
}

/** Waits until the process has ended, or for the given milliseconds. @returns whether it has ended */
export async function hasEndedWithin(pid: number, milliseconds: number): Promise<boolean> {
  const giveUpAt = performance.now() + milliseconds
  while (isRunning(pid)) {
    if (performance.now() > giveUpAt) return false
    await pause(20)
  }
  return true
}

/** Settles when the process has ended. Waiting for it keeps nobody awake. */
export async function ended(pid: number): Promise<void> {
  while (isRunning(pid)) await pause(250, undefined, { ref: false })
}
