import { readFile, writeFile } from 'node:fs/promises'
import type { Mark, Restore } from '#access/seal/anchor.ts'
import { isIn } from '#access/seal/restores.ts'
import { rootOf } from '#access/seal/chain.ts'
import { change, type Tampering } from './of-events.ts'
import type { Random, ToldTrail } from './told-trail.ts'

const otherwise: readonly [column: string, value: string][] = [
  ['district_id', 'gen_random_uuid()'],
  ['number', 'number + 1000'],
  ['from_xact', 'from_xact - 1'],
  ['until_xact', 'until_xact + 1'],
  ['rows', 'rows + 1'],
  ['root', 'sha256(root)'],
  ['previous_root', 'sha256(previous_root)'],
  ['sealed_at', `sealed_at + interval '1 second'`],
]

const here = 'district_id = $1 and number = $2'
type Line = Mark | Restore
const isRestore = (line: Line): line is Restore => 'afterSeal' in line
const isMark = (line: Line): line is Mark => 'number' in line
/** Lines of seals that are in the database: of those that were given up nothing is left to compare with. */
function kept(lines: readonly string[]): Mark[] {
  const all = lines.map((line) => JSON.parse(line) as Line)
  const restores = all.filter(isRestore)
  return all
    .filter(isMark)
    .filter((mark) => !restores.some((one) => one.districtId === mark.districtId && isIn(one, mark.number)))
}
/** A district, its seals, and from which of them on the last are meant. */
const someLast = ({ districts, anchorLines }: ToldTrail, random: Random) => {
  const district = random.pick(districts)
  const all = kept(anchorLines).filter((mark) => mark.districtId === district)
  return { district, all, from: random.pick(all).number }
}
const some = (trail: ToldTrail, random: Random) => {
  const { district, all } = someLast(trail, random)
  const last = (all.at(-1) as Mark).number
  return {
    district,
    number: random.pick(all).number,
    earlier: random.pick(all.slice(0, -1)).number,
    last,
  }
}

const changed: Tampering = async (trail, random) => {
  const { district, number } = some(trail, random)
  const [column, value] = random.pick(otherwise)
  await change(trail, `update audit_seal set ${column} = ${value} where ${here}`, [district, number])
  return `${column} of a seal changed`
}

const removed: Tampering = async (trail, random) => {
  const { district, number } = some(trail, random)
  await change(trail, `delete from audit_seal where ${here}`, [district, number])
  return 'a seal removed'
}

const lastCut: Tampering = async (trail, random) => {
  const { district, from } = someLast(trail, random)
  const since = `(select from_xact from audit_seal where ${here})`
  const withEvents = random.percent(60)
  if (withEvents)
    await change(trail, `delete from audit_event where district_id = $1 and xact >= ${since}`, [
      district,
      from,
    ])
  await change(trail, 'delete from audit_seal where district_id = $1 and number >= $2', [district, from])
  return `the last seals cut${withEvents ? ', and their events' : ''}`
}

const rewritten = async ({ anchorPath }: ToldTrail, edit: (lines: string[]) => string[]) => {
  const lines = (await readFile(anchorPath, 'utf8')).split('\n').filter((line) => line !== '')
  await writeFile(
    anchorPath,
    edit(lines)
      .map((line) => `${line}\n`)
      .join(''),
  )
}

const anchorCut: Tampering = async (trail, random) => {
  const kept = random.percent(20) ? 0 : random.below(trail.anchorLines.length)
  await rewritten(trail, (lines) => lines.slice(0, kept))
  return 'the end of the anchor file cut'
}

const anchorLine: Tampering = async (trail, random) => {
  const { districtId, number } = random.pick(kept(trail.anchorLines))
  const isIt = (line: string) => {
    const said = JSON.parse(line) as Mark
    return said.districtId === districtId && said.number === number
  }
  const edit = (line: string, by: Partial<Mark>) => JSON.stringify({ ...(JSON.parse(line) as Mark), ...by })
  const [what, done] = random.pick<[string, (line: string) => string[]]>([
    ['removed', () => []],
    ['torn', (line) => [line.slice(0, 1 + random.below(line.length - 1))]],
    ['given another root', (line) => [edit(line, { root: 'ab'.repeat(32) })]],
    ['given another number', (line) => [edit(line, { number: 900 })]],
    ['given other rows', (line) => [edit(line, { rows: 0 })]],
    ['followed by one nobody can read', (line) => [line, '{"districtId":']],
  ])
  await rewritten(trail, (lines) => lines.flatMap((line) => (isIt(line) ? done(line) : [line])))
  return `a line of the anchor file ${what}`
}

/** What the file says of a copy that took the place of the database. */
const ofTheCopy: Tampering = async (trail, random) => {
  const district = random.pick(trail.districts)
  const isIt = (line: string) => line.includes('afterSeal') && line.includes(district)
  const isGivenUp = (line: string) => line.includes(district) && line.includes('"number":4')
  const edit = (line: string, by: Partial<Restore>) =>
    JSON.stringify({ ...(JSON.parse(line) as Restore), ...by })
  const [what, done] = random.pick<[string, (line: string) => string[]]>([
    ['removed', () => []],
    ['saying another seal', (line) => [edit(line, { afterSeal: 1 })]],
    ['followed by an invented one', (line) => [line, edit(line, { epoch: 3, afterSeal: 8, givenUp: 12 })]],
  ])
  if (random.percent(30)) {
    await rewritten(trail, (lines) => lines.filter((line) => !isGivenUp(line)))
    return 'the line of a seal that was given up removed'
  }
  await rewritten(trail, (lines) => lines.flatMap((line) => (isIt(line) ? done(line) : [line])))
  return `the line of a copy ${what}`
}

/** Changes an event and makes its seal and the line outside anew, as somebody would who holds both places. */
const remade: Tampering = async (trail, random) => {
  const { district, earlier: number } = some(trail, random)
  const seal = `select from_xact as from, until_xact as until, previous_root as "previousRoot" from audit_seal where ${here}`
  const { rows } = await trail.admin.query<{ from: number; until: number; previousRoot: Buffer }>(seal, [
    district,
    number,
  ])
  const link = rows[0] as (typeof rows)[number]
  await change(
    trail,
    `update audit_event set name = 'x.y' where district_id = $1 and id = (select id from audit_event
     where district_id = $1 and xact >= $2 and xact < $3 order by id limit 1)`,
    [district, link.from, link.until],
  )
  const leaves = await trail.leavesOf(district, link)
  const root = rootOf({ previousRoot: link.previousRoot, fromXact: link.from, untilXact: link.until }, leaves)
  await change(trail, `update audit_seal set root = $3 where ${here}`, [district, number, root])
  await rewritten(trail, (lines) =>
    lines.map((line) => {
      const mark = JSON.parse(line) as Mark
      const its = mark.districtId === district && mark.number === number
      return its ? JSON.stringify({ ...mark, root: root.toString('hex') }) : line
    }),
  )
  return 'an event changed, and its seal and the line outside made anew'
}

const renumbered: Tampering = async (trail, random) => {
  const { district, last } = some(trail, random)
  await change(trail, `update audit_seal set number = 77 where ${here}`, [district, last])
  await rewritten(trail, (lines) =>
    lines.map((line) => {
      const mark = JSON.parse(line) as Mark
      const its = mark.districtId === district && mark.number === last
      return its ? JSON.stringify({ ...mark, number: 77 }) : line
    }),
  )
  return 'the last seal given another number, inside and outside'
}

const forgotten: Tampering = async (trail, random) => {
  const district = random.pick(trail.districts)
  await change(trail, 'delete from audit_event where district_id = $1', [district])
  await change(trail, 'delete from audit_seal where district_id = $1', [district])
  return 'everything of a district removed'
}

export const ofSeals: readonly Tampering[] = [
  changed,
  changed,
  changed,
  removed,
  lastCut,
  lastCut,
  anchorCut,
  anchorLine,
  anchorLine,
  ofTheCopy,
  ofTheCopy,
  remade,
  renumbered,
  forgotten,
]
