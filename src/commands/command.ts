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

/** One word after `throughline`. */
export type Command = {
  name: string
  /** One line for the list of commands. */
  summary: string
  /** How it is called, and what each option means. */
  usage: string
  options?: ParseArgsOptionsConfig
  /** @throws Complaint for anything the person who typed it can put right */
  run(call: Call): Promise<void>
}

/** Reads what was typed after the command's name. @throws Complaint that names what is not understood */
export function readCall(
  command: Command,
  typed: string[],
): Pick<Call, 'words' | 'options'> & { help: boolean } {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args: typed, options, allowPositionals: true })
    const { help, ...rest } = values as Record<string, string | boolean | undefined>
    return { help: help === true, words: positionals, options: rest }
  } catch (error) {
    throw new Complaint(`${(error as Error).message.split('.')[0]}. See throughline ${command.name} --help`)
  }
}

export function terminalOf(out: NodeJS.WriteStream): Terminal {
  let open = false
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
