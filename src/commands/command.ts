import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Settings } from '#platform/settings.ts'

/** Something that is wrong with what was typed or found: one line, no stack. */
export class Complaint extends Error {}

export type Terminal = {
  say(line: string): void
  /** A line that is written over by the next one, where the terminal can. */
  progress(line: string): void
  /** Whether it can. */
  readonly overwrites: boolean
}

export type Call = {
  settings: Settings
  words: string[]
  options: Record<string, string | boolean | undefined>
  terminal: Terminal
}

/** What can follow one word after `throughline`. */
export type Command = {
  /** How it is called, and what each option means. */
  usage: string
  /** How many words it takes at most: one more is refused before anything is opened. */
  takes: number
  options?: ParseArgsOptionsConfig
  /** @throws Complaint for anything the person who typed it can put right */
  run(call: Call): Promise<void>
}

/** @throws Complaint where a word stands that the command would not heed */
function heed({ takes }: Command, { name, words }: { name: string; words: readonly string[] }) {
  const [extra] = words.slice(takes)
  if (extra !== undefined)
    throw new Complaint(`throughline ${name} has no use for "${extra}" here. See throughline ${name} --help`)
}

/** Reads what was typed after the command's name. @throws Complaint that names what is not understood */
export function readCall(
  command: Command,
  [name, ...typed]: [string, ...string[]],
): Pick<Call, 'words' | 'options'> & { help: boolean } {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args: typed, options, allowPositionals: true })
    const { help, ...rest } = values as Record<string, string | boolean | undefined>
    if (help !== true) heed(command, { name, words: positionals })
    return { help: help === true, words: positionals, options: rest }
  } catch (error) {
    if (error instanceof Complaint) throw error
    throw new Complaint(`${(error as Error).message.split('.')[0]}. See throughline ${name} --help`)
  }
}

/**
 * What commands say goes to a stream. Whoever read it may have gone, as in `throughline serve | head -1`: the
 * work goes on unheard, because ending on it would leave the database behind.
 */
export function terminalOf(out: Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'on'>): Terminal {
  let open = false
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const clear = () => {
    if (open) out.write('\n')
    open = false
  }
  return {
    overwrites: out.isTTY,
    say(line) {
      clear()
      out.write(`${line}\n`)
    },
    progress(line) {
      if (!out.isTTY) return void out.write(`${line}\n`)
      out.write(`\r\u001b[K${line}`)
      open = true
    },
  }
}
