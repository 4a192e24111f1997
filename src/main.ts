import { readSettings } from '#platform/settings.ts'
import { type Command, Complaint, readCall, terminalOf } from './commands/command.ts'
import { migrateCommand } from './commands/migrate.ts'
import { seedCommand } from './commands/seed.ts'
import { serveCommand } from './commands/serve.ts'
import { tokenCommand } from './commands/token.ts'
import { userCommand } from './commands/user.ts'
import { verifyCommand } from './commands/verify.ts'

const commands: Command[] = [
  serveCommand,
  migrateCommand,
  seedCommand,
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

async function main([name, ...typed]: string[]): Promise<void> {
  const terminal = terminalOf(process.stdout)
  if (name === undefined || name === '--help' || name === '-h') return terminal.say(overview())
  const command = commands.find((each) => each.name === name)
  if (command === undefined) throw new Complaint(`There is no command ${name}. See throughline --help`)
  const { help, ...call } = readCall(command, typed)
  if (help) return terminal.say(command.usage)
  await command.run({ ...call, settings: readSettings(process.env), terminal })
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  const complaint = error as Error
  process.stderr.write(`throughline: ${complaint.message}\n`)
  if (!(error instanceof Complaint) && process.env['THROUGHLINE_DEBUG'] !== undefined)
    process.stderr.write(`${complaint.stack}\n`)
  process.exitCode = 1
}
