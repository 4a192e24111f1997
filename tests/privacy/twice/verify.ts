import { families } from '../../riverside/families.ts'
import type { TestServer } from '../../support/server.ts'
import { doJobs } from '../beside.ts'
import type { Asker } from '../open-house.ts'
import { answersTo, type Answers, differences } from './answers.ts'
import type { Change } from './changes.ts'
import { hiddenFrom } from './knowing.ts'
import { doors, type Leaking, leaksAbout } from './leaks.ts'
import { inCopy, type Told, toldOnce } from './worlds.ts'
import { factsBesideItems, yesEnds } from '../yes-ends.ts'
import { riversideId } from '../../riverside/places.ts'

export type TwiceTold = {
  facts: number
  classes: string[]
  people: number
  answers: number
  letters: number
  /** What was answered otherwise, to whom, and by which hidden fact. */
  leaks: string[]
  seeded: Record<string, boolean>
  /** Ways in which a family's yes ends, and whether what was sent is read then as it should be. */
  ends: Record<string, boolean>
  /** Whether facts of the school's row stay away from an agency that was sent less, and would be noticed. */
  beside: Record<string, boolean>
}

/** How much is gone through: all, or as much as a test run has time for. */
export type TwiceExtent = {
  students: readonly string[]
  queries: number
  /** Every how many-eth of those who may know the same. */
  every: number
  /** So many groups of askers, pages about the student and planted leaks at most. */
  groups: number
  pages: number
  seeded: number
}
export const wholeTwice: TwiceExtent = {
  // One whose loop went all the way, and one who decides alone.
  students: [families.sofia.id, families.amal.id],
  queries: 3,
  every: 1,
  groups: Infinity,
  pages: Infinity,
  seeded: Infinity,
}
export const partTwice: TwiceExtent = {
  students: [families.sofia.id],
  queries: 0,
  every: 40,
  groups: 2,
  pages: 3,
  seeded: 4,
}

type Asking = { told: Told; studentId: string; extent: TwiceExtent }
type Answered = { answers: Map<Asker, Answers>; letters: string[] }

const urlsFor = ({ told, studentId, extent }: Asking, { role }: Asker): string[] =>
  told.urlsAbout(studentId, role, extent.pages)

/**
 * What each of some people is answered in a copy of the world, one after the other, and which letters
 * leave.
 */
function ask(asking: Asking, askers: readonly Asker[], changes: readonly Change[]): Promise<Answered> {
  const { told, extent } = asking
  return inCopy(told, { changes }, async (open, copy) => {
    const answers = new Map<Asker, Answers>()
    const begun = copy.clock.now()
    // Of an instant that never passes, more is written down in the end than an order can be kept of.
    const after = () => copy.clock.set(new Date(copy.clock.now().getTime() + 1))
    for (const asker of askers) {
      const asked = { urls: urlsFor(asking, asker), words: told.words, queries: extent.queries, after }
      answers.set(asker, await answersTo({ app: open.app, asker, ...asked }))
    }
    await doJobs(copy, open)
    copy.clock.set(begun)
    // A letter says nothing of anybody: how many leave differs, and never what one says.
    const letters = open.mail.map(({ subject, text }) => `${subject}\n${text.replaceAll(/https?:\S+/g, '')}`)
    return { answers, letters: [...new Set(letters)].sort() }
  })
}

/** Which single fact it is that somebody is told, by halves. */
async function narrowed(asking: Asking, asker: Asker, changes: readonly Change[]): Promise<string> {
  if (changes.length <= 1) return changes[0]?.says ?? 'several facts together'
  const half = changes.slice(0, Math.ceil(changes.length / 2))
  const [base, other] = [await ask(asking, [asker], []), await ask(asking, [asker], half)]
  const isThere =
    differences(base.answers.get(asker) as Answers, other.answers.get(asker) as Answers).length > 0
  return narrowed(asking, asker, isThere ? half : changes.slice(half.length))
}

/** The same question in the world as it is and in one where some facts are otherwise. */
async function compareGroup(
  asking: Asking,
  { askers, hidden }: { askers: readonly Asker[]; hidden: readonly Change[] },
): Promise<Pick<TwiceTold, 'answers' | 'letters' | 'leaks'>> {
  const base = await ask(asking, askers, [])
  const leaks: string[] = []
  let answers = 0
  // What is otherwise, and what is not there at all: together one would hide the other.
  for (const isRow of [false, true]) {
    const changes = hidden.filter(({ kind }) => (kind === 'row') === isRow)
    if (changes.length === 0) continue
    const other = await ask(asking, askers, changes)
    for (const asker of askers) {
      const [one, two] = [base.answers.get(asker) as Answers, other.answers.get(asker) as Answers]
      answers += two.size
      const [first, ...more] = differences(one, two)
      if (first === undefined) continue
      const by = leaks.length < 5 ? await narrowed(asking, asker, changes) : 'one of them'
      leaks.push(
        `${asker.who}, ${asker.role} by ${asker.by}, is told that ${by}: ${first} and ${more.length} more`,
      )
    }
    if (base.letters.join() !== other.letters.join()) leaks.push('A letter says something of a hidden fact')
  }
  return { answers, letters: base.letters.length, leaks }
}

/** Whether a planted leak makes a difference to somebody who may not know. */
async function isNoticed({ told, studentId }: Asking, { role, url, leak }: Leaking): Promise<boolean> {
  const groups = hiddenFrom(told.changesOf(studentId), told.standing, told.schoolsOf(studentId))
  for (const { askers, hidden } of groups) {
    const asker = askers.find((each) => each.role === role && each.by === 'browser')
    if (asker === undefined) continue
    for (const isRow of [false, true]) {
      const changes = hidden.filter(({ kind }) => (kind === 'row') === isRow)
      const asked = async (made: readonly Change[]) =>
        inCopy(told, { changes: made, leak }, ({ app }) =>
          answersTo({ app, asker, urls: [url], words: [], queries: 0 }),
        )
      if (differences(await asked([]), await asked(changes)).length > 0) return true
    }
  }
  return false
}

/**
 * Tells the same world twice, but for what somebody may not know: every byte of every answer is the
 * same. Codes, dates, numbers, counts, and whether there is something at all.
 */
export async function verifyTwice(
  server: TestServer,
  extent: TwiceExtent,
  each: (line: string) => void = () => undefined,
): Promise<TwiceTold> {
  const told = await toldOnce(server, extent.students)
  const sum = { answers: 0, letters: 0, leaks: [] as string[] }
  const [people, classes, seeded] = [new Set<Asker>(), new Set<string>(), {} as Record<string, boolean>]
  let facts = 0
  try {
    for (const studentId of extent.students) {
      const asking = { told, studentId, extent }
      const changes = told.changesOf(studentId)
      facts += changes.length
      const groups = hiddenFrom(changes, told.standing, told.schoolsOf(studentId))
      for (const { askers: all, hidden } of groups.slice(0, extent.groups)) {
        const askers = all.filter((_, at) => at % extent.every === 0)
        askers.forEach((asker) => people.add(asker))
        hidden.flatMap((change) => change.classes).forEach((name) => classes.add(name))
        const { answers, letters, leaks } = await compareGroup(asking, { askers, hidden })
        const asked = `${askers.length} people: ${answers} answers, ${leaks.length} told`
        each(`${hidden.length} facts hidden from ${asked}`)
        for (const leak of leaks) each(`Leak: ${leak}`)
        sum.answers += answers
        sum.letters = Math.max(sum.letters, letters)
        sum.leaks.push(...leaks)
      }
    }
    const asking = { told, studentId: extent.students[0] ?? '', extent }
    for (const leaking of [...doors, ...leaksAbout(asking.studentId)].slice(0, extent.seeded))
      seeded[leaking.says] = await isNoticed(asking, leaking)
    const ends = await yesEnds(told, riversideId)
    const beside = await factsBesideItems(told, riversideId)
    return { facts, classes: [...classes].sort(), people: people.size, ...sum, seeded, ends, beside }
  } finally {
    await told.close()
  }
}
