import { readSettings } from '#platform/settings.ts'
import { type Command, Complaint, readCall, type Terminal } from './command.ts'
import { districtCommand } from './district.ts'
import { importCommand } from './import.ts'
import { migrateCommand } from './migrate.ts'
import { seedCommand } from './seed.ts'
import { serveCommand } from './serve.ts'
import { tokenCommand } from './token.ts'
import { userCommand } from './user.ts'
import { verifyCommand } from './verify.ts'

/** Every word that can follow `throughline`. */
export const commands: Command[] = [
  serveCommand,
  migrateCommand,
  districtCommand,
  seedCommand,
  importCommand,
  verifyCommand,
  userCommand,
  tokenCommand,
]

const overview = () =>
  [
    'throughline <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`),
    '',
    'throughline <command> --help tells more.',
  ].join('\n')

/**
 * Carries out what was typed after `throughline`.
 * @throws Complaint, or what the command met
 */
export async function carryOut(
  [name, ...typed]: string[],
  { terminal, environment }: { terminal: Terminal; environment: NodeJS.ProcessEnv },
): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h') return terminal.say(overview())
  const command = commands.find((each) => each.name === name)
  if (command === undefined) throw new Complaint(`There is no command ${name}. See throughline --help`)
  const { help, ...call } = readCall(command, typed)
  if (help) return terminal.say(command.usage)
  await command.run({ ...call, settings: readSettings(environment), terminal })
}
