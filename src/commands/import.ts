import { stat } from 'node:fs/promises'
import type { Doer } from '#access/doer.ts'
import { importRoster } from '#people/import-roster.ts'
import { isRead } from '#people/roster-import.ts'
import { leavingMany } from '#people/roster-leaving.ts'
import { rosterLimit } from '#people/roster-limit.ts'
import { rosterLines } from '#people/roster-lines.ts'
import { stepText } from '#people/roster-report.ts'
import { rosterScreenWords } from '#people/roster-screen-words.ts'
import { RosterRefused } from '#people/roster/refused.ts'
import { Db } from '#platform/database/database.ts'
import { house } from '../compose.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { type Call, type Command, Complaint, type Terminal } from './command.ts'
import { findActor, findDistrict } from './find.ts'
import { progressBar, type Stretch } from './progress-bar.ts'

/** Measured shares of the time a first import of a whole district takes. */
const looking: Stretch[] = [
  { name: 'reading', weight: 8 },
  { name: 'laying_out', weight: 5 },
  { name: 'comparing', weight: 2 },
]
const applying: Stretch[] = [...looking, { name: 'writing', weight: 14 }, { name: 'tracing', weight: 11 }]

/** The file, if it can be one. What is in it is judged later, by the same rules as on the page. */
async function fileOf(words: readonly string[]): Promise<string> {
  const [what, path] = words
  if (what !== 'roster') throw new Complaint('Say what to import: throughline import roster FILE')
  if (path === undefined) throw new Complaint('Say which file, one at a time: throughline import roster FILE')
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Complaint(error.code === 'ENOENT' ? `There is no file ${path}` : `${path} cannot be read`)
  })
  if (!found.isFile()) throw new Complaint(`${path} is not a file. Name the OneRoster zip itself`)
  if (found.size > rosterLimit.bytes)
    throw new Complaint(rosterScreenWords()('too_large', { limit: rosterLimit.megabytes }))
  return path
}

/** How many students leave, as it was typed. */
function endingOf(typed: string | undefined): number | undefined {
  if (typed !== undefined && !/^\d+$/.test(typed))
    throw new Complaint('Say how many students leave: --ending 34')
  return typed === undefined ? undefined : Number(typed)
}

/** Ends the work at its next step when it is asked to stop: what was begun is undone, and that is said. */
function stoppable() {
  let stopped = false
  const stop = () => void (stopped = true)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  return {
    check() {
      if (stopped) throw new Complaint('Stopped. Nothing was changed')
    },
    end() {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
    },
  }
}

type Asked = { path: string; apply: boolean; ending: number | undefined; terminal: Terminal }

async function carryOut(manager: Doer, { path, apply, ending, terminal }: Asked) {
  const show = progressBar(terminal, apply ? applying : looking)
  const asked = stoppable()
  const imported = await importRoster(manager, {
    path,
    apply,
    ending,
    onProgress(progress) {
      asked.check()
      show(progress.step, { ...progress, says: stepText(progress) })
    },
  }).finally(asked.end)
  if (isRead(imported.summary)) for (const line of rosterLines(imported.summary, apply)) terminal.say(line)
  terminal.say('')
  const leaving = isRead(imported.summary) ? leavingMany(imported.summary) : undefined
  const how = leaving === undefined ? '--apply' : `--apply --ending ${leaving.left}`
  terminal.say(
    apply ? 'Applied.' : `This was a preview: nothing was changed. Run it again with ${how} to apply it.`,
  )
}

async function asManager(installation: Installation, { options, terminal }: Call, path: string) {
  const db = new Db({ ...installation.login('app'), max: 3 }, installation.keys)
  const { clock } = installation
  try {
    const { id: district } = await findDistrict(db, options['district'] as string | undefined)
    const email = options['as'] as string | undefined
    const actor = await findActor(db, { district, role: 'roster_manager', email, at: clock.now() })
    const manager = { db, clock, actor, reactions: house.reactions }
    const ending = endingOf(options['ending'] as string | undefined)
    await carryOut(manager, { path, apply: options['apply'] === true, ending, terminal })
  } catch (error) {
    if (error instanceof RosterRefused) throw new Complaint(`${path} was refused. ${error.message}`)
    throw error
  } finally {
    await db.close()
  }
}

export const importCommand: Command = {
  usage: [
    'throughline import roster FILE [--apply] [--ending N] [--as EMAIL] [--district NAME]',
    '',
    '  FILE        OneRoster CSV zip, version 1.1 or 1.2, full (bulk) or delta',
    '  --apply     apply it, all of it or nothing; without it you see what it would change, and nothing is changed',
    '  --ending N  how many students leave, where it is more than a quarter of them: the preview says so and asks for it',
    '  --as EMAIL  the roster manager who does it and stands in the trail; not needed where there is only one',
    '  --district  by id or name; not needed where there is only one',
    '',
    'Says how many records are added, changed and left, which rows are left out by file, line and reason, and which',
    'files and columns it does not know. The same file again changes nothing. A file that cannot be trusted is refused',
    'with one line, ends with 1, and changes nothing. Every run is listed on the Roster page.',
  ].join('\n'),
  takes: 2,
  options: {
    apply: { type: 'boolean' },
    ending: { type: 'string' },
    as: { type: 'string' },
    district: { type: 'string' },
  },
  async run(call) {
    const path = await fileOf(call.words)
    const installation = await openInstallation(call.settings)
    try {
      await asManager(installation, call, path)
    } finally {
      await installation.close()
    }
  },
}
