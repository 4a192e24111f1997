import { withSecrets } from '#platform/secret-settings.ts'
import { readSettings } from '#platform/settings.ts'
import { type Command, Complaint, readCall, type Terminal } from './command.ts'

/** One word after `throughline`. What carries it out is read when asked for: some need the whole house. */
type Word = {
  name: string
  /** One line for the list of commands. */
  summary: string
  load(): Promise<Command>
}

/** Every word that can follow `throughline`. */
export const commands: readonly Word[] = [
  {
    name: 'serve',
    summary: 'answer requests and do the work behind them',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  {
    name: 'migrate',
    summary: 'bring the database to this version',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  {
    name: 'district',
    summary: 'begin a district: the first thing a real one needs',
    load: async () => (await import('./district.ts')).districtCommand,
  },
  {
    name: 'seed',
    summary: 'fill the database with an invented district',
    load: async () => (await import('./seed.ts')).seedCommand,
  },
  {
    name: 'import',
    summary: 'read a roster file and show or apply what it changes',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    name: 'verify',
    summary: 'check that the trail is as it was sealed, and that nobody is lost',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  {
    name: 'restored',
    summary: 'go on from a copy that was put in the place of the database',
    load: async () => (await import('./restored.ts')).restoredCommand,
  },
  {
    name: 'keys',
    summary: 'turn the keys that texts are sealed with, or say how they stand',
    load: async () => (await import('./keys.ts')).keysCommand,
  },
  {
    name: 'user',
    summary: 'add a person with an assignment and an invitation, or end their access',
    load: async () => (await import('./user.ts')).userCommand,
  },
  {
    name: 'token',
    summary: 'make or revoke a bearer token for a machine',
    load: async () => (await import('./token.ts')).tokenCommand,
  },
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
  const word = commands.find((each) => each.name === name)
  if (word === undefined) throw new Complaint(`There is no command ${name}. See throughline --help`)
  const command = await word.load()
  const { help, ...call } = readCall(command, [name, ...typed])
  if (help) return terminal.say(command.usage)
  await command.run({ ...call, settings: readSettings(withSecrets(environment)), terminal })
}
