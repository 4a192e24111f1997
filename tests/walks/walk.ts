import { inTransaction } from '#access/doer.ts'
import { findLeftWork } from '#coordination/left-work-store.ts'
import { lacking } from '#coordination/lost.ts'
import { openRecords } from '#coordination/lost-store.ts'
import { Chance } from './chance.ts'
import { factsIn } from './facts.ts'
import { Judge } from './judge.ts'
import { KeptMisses } from './kept.ts'
import type { Move } from './moves.ts'
import { agencyMoves } from './moves-agency.ts'
import { otherMoves } from './moves-people.ts'
import { referralMoves } from './moves-referral.ts'
import { triageMoves } from './moves-triage.ts'
import { type Deafness, SmallDistrict, tried } from './small-district.ts'

const moves: readonly Move[] = [...triageMoves, ...referralMoves, ...agencyMoves, ...otherMoves]

/** So often the night of the house is held against the judge: it costs as much as all the rest. */
const every = 12

/** Something nobody would come back to, and the way that led there. */
export type Lost = { seed: number; step: number; what: string; way: string[] }
/**
 * What a walk saw: how much happened, how much was open at most, how often a stall was escalated, and how
 * many visits a family missed.
 */
export type Walked = Record<'steps' | 'done' | 'open' | 'told' | 'missed', number> & {
  /** How often each move was made. */
  made: ReadonlyMap<string, number>
  lost: Lost | undefined
}

/** The work that whoever leads the district reads as waiting for an owner. */
async function waitingIn(district: SmallDistrict): Promise<ReadonlySet<string>> {
  const ruth = await district.being('ruth')
  if (ruth === undefined) throw new Error('Whoever covers every school never leaves')
  const work = await inTransaction(ruth, (tx) =>
    findLeftWork(tx, ruth.actor, { now: district.now(), limit: 1000 }),
  )
  return new Set(work.map(({ id }) => id))
}

/** What the house itself would find at night to lack an owner, and a list. */
async function foundBy(district: SmallDistrict): Promise<string[]> {
  const system = district.system()
  const records = await inTransaction(system, (tx) => openRecords(tx, district.now()))
  // A review of an incident begins where one is closed, and no walk goes so far.
  const known = records.filter(({ type }) => type !== 'debrief' && type !== 'improvement')
  return lacking(known)
    .filter(({ need }) => need === 'owner' || need === 'queue')
    .map(({ record, need }) => `${record.type} ${record.id} ${need}`)
}

type Lacking = ReturnType<Judge['lost']>

/** Where the night of the house and the judge would not find the same. */
async function differing(district: SmallDistrict, lost: Lacking): Promise<string[]> {
  const found = await foundBy(district)
  const seen = lost.flatMap(({ open: { kind, id }, lacks }) =>
    lacks.filter((need) => need === 'owner' || need === 'queue').map((need) => `${kind} ${id} ${need}`),
  )
  return [
    ...seen.filter((each) => !found.includes(each)).map((each) => `the night would not find: ${each}`),
    ...found.filter((each) => !seen.includes(each)).map((each) => `the night would find in vain: ${each}`),
  ]
}

/** What is missing and nobody reads so: where nobody has it, a lead sees that at once and gives it on. */
async function unsaid(district: SmallDistrict, lost: Lacking): Promise<string[]> {
  const waiting = lost.length === 0 ? new Set<string>() : await waitingIn(district)
  return lost.flatMap(({ open, lacks }) =>
    lacks
      .filter((need) => need !== 'owner' || !waiting.has(open.listed_as))
      .map((need) => `${open.kind} ${open.id} lacks ${need}`),
  )
}

/** One walk: what happened in it, and what people had been told a step ago. */
class Walk {
  readonly #district: SmallDistrict
  readonly #known = new Set<string>()
  readonly #kept = new KeptMisses()
  readonly way: string[] = []
  /** How often each move was done. */
  readonly made = new Map<string, number>()
  missed = 0
  done = 0
  open = 0
  told = 0

  constructor(district: SmallDistrict) {
    this.#district = district
  }

  /** One move that had somebody and something to happen to; after so many that had not, the last. */
  async step(number: number): Promise<void> {
    const district = this.#district
    for (let tries = 1; ; tries += 1) {
      const move = district.chance.weighed(moves)
      const outcome = await tried(Promise.resolve(move.make(district)))
      if (outcome === undefined && move.always !== true && tries < 10) continue
      if (outcome?.done === true) this.done += 1
      if (outcome?.done !== false) this.made.set(move.name, (this.made.get(move.name) ?? 0) + 1)
      const said = outcome?.done === false ? (outcome.because ?? []).join(' ') : 'done'
      this.way.push(`${number} ${district.now().toISOString()} ${move.name}: ${said}`)
      return
    }
  }

  /** What is wrong after a step, in words; nothing while nobody is lost. */
  async complaints(number: number): Promise<string[]> {
    const district = this.#district
    const facts = await factsIn(district.admin)
    const judge = new Judge(facts, district.now())
    const unheard = judge.unheard(this.#known)
    for (const { id } of facts.told) this.#known.add(id)
    this.open = Math.max(this.open, facts.open.length)
    this.told = facts.alerts.length
    const lost = judge.lost()
    this.missed = facts.visits.filter(({ result }) => result === 'no_show').length
    return [
      ...(await unsaid(district, lost)),
      ...judge.untold().map(({ id, clock }) => `referral ${id} stalls untold: ${clock}`),
      ...unheard.map(({ id }) => `of the crisis ${id} only somebody was told who is not there`),
      ...this.#kept.complaints(facts, judge.lateConcerns()),
      ...(number % every === 0 ? await differing(district, lost) : []),
    ]
  }
}

type How = {
  seed: number
  steps: number
  /** When it ends, however far it came. */
  until?: number
  /** Something planted after a step, before the house makes its round. */
  plant?: (district: SmallDistrict, step: number) => Promise<unknown>
  /** What the rounds of the house leave out: nobody hears of what stalls, or what was missed is not kept. */
  deafTo?: Deafness
}

/** A walk of so many random steps, each followed by a round of the house and by the judge. */
export async function walk({ seed, steps, until = Infinity, plant, deafTo }: How): Promise<Walked> {
  const district = await SmallDistrict.begin(new Chance(seed))
  const made = new Walk(district)
  let lost: Lost | undefined
  let step = 0
  try {
    for (; lost === undefined && step < steps && Date.now() < until; step += 1) {
      await made.step(step)
      await plant?.(district, step)
      await district.round(deafTo)
      const [what] = await made.complaints(step)
      if (what !== undefined) lost = { seed, step, what, way: made.way.slice(-30) }
    }
    const { done, open, told, missed } = made
    return { steps: step, done, open, told, missed, made: made.made, lost }
  } finally {
    await district.close()
  }
}
