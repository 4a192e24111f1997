import { spawnSync } from 'node:child_process'

/** A vault that does not answer must not hold a start for longer, in milliseconds. */
const patience = 30_000
/** A secret is short. */
const longest = 65_536

/** The words of a command: between blanks, or a list in JSON where a word holds one. No shell reads them. */
function wordsOf(command: string): string[] {
  if (!command.trimStart().startsWith('[')) return command.trim().split(/\s+/)
  const words = JSON.parse(command) as unknown[]
  if (!words.every((word) => typeof word === 'string')) throw new Error('not a list of words')
  return words
}

/** @throws one sentence that names the setting, and nothing the command said */
function fails(setting: string, why: string): never {
  throw new Error(`${setting}: ${why}`)
}

/**
 * Asks the command of a setting, as whoever runs the installation wrote it there: the client of a vault.
 * @param told what it reads, for one that keeps something
 * @returns what it printed. What it says beside that is not heard: it could hold a secret
 * @throws one sentence that names the setting, and nothing the command said
 */
export function saidBy({ setting, command }: { setting: string; command: string }, told = ''): string {
  let words: string[]
  try {
    words = wordsOf(command)
  } catch {
    return fails(setting, 'is neither words with blanks between nor a list of words in JSON')
  }
  const [program = '', ...args] = words
  const { error, status, stdout } = spawnSync(program, args, {
    input: told,
    encoding: 'utf8',
    timeout: patience,
    maxBuffer: longest,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const { code } = (error ?? {}) as { code?: string }
  if (code === 'ENOENT') return fails(setting, `there is no program ${program}`)
  if (code === 'ETIMEDOUT') return fails(setting, `${program} did not answer in ${patience / 1000} seconds`)
  if (error !== undefined || status !== 0) return fails(setting, `${program} ended without an answer`)
  return stdout
}
