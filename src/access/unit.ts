import type { Transaction } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import type { Actor } from './actor.ts'
import type { Happening, Reactions } from './happening.ts'
import { type Outcome, Undone } from './outcome.ts'
import { type Detail, type Subject, type Trace, writeTraces } from './trail.ts'
import { enqueue } from './unit-store.ts'

/** One person doing one thing: a transaction that must be permitted and recorded, or it never happened. */
export class Unit {
  readonly tx: Transaction
  readonly actor: Actor
  readonly now: Date
  readonly #reactions: Reactions
  #permitted = false
  #recorded = false
  readonly #traces: Trace[] = []
  #subject: Subject | undefined

  constructor(tx: Transaction, { actor, now, reactions }: { actor: Actor; now: Date; reactions: Reactions }) {
    this.tx = tx
    this.actor = actor
    this.now = now
    this.#reactions = reactions
  }

  get districtId(): string {
    return this.actor.districtId
  }

  /** A new id of this moment. */
  id(): string {
    return newId(this.now.getTime())
  }

  /**
   * Asks the one permission question of the act. The subject, when it is known, is named in the trail if this
   * or a later judgement refuses.
   * @throws Problem not_allowed
   */
  permit(allowed: boolean, subject?: Subject): void {
    this.#subject = subject ?? this.#subject
    if (!allowed) throw new Problem('not_allowed')
    this.#permitted = true
  }

  /** Leaves a trace of a change, named noun.past after the audit catalogue. Written when the act settles. */
  record(name: string, subject: Subject, detail?: Detail): void {
    this.#traces.push({ kind: 'change', name, subject, detail })
    this.#recorded = true
  }

  /**
   * Tells the rest of the house; what follows happens here and now, in this transaction.
   * @returns what those who followed answered
   */
  async tell<P, A>(what: Happening<P, A>, payload: P): Promise<A[]> {
    const said: A[] = []
    for (const follow of this.#reactions.get(what.name) ?? []) {
      const answer = await follow(this as never, payload as never)
      if (answer !== undefined) said.push(answer as A)
    }
    return said
  }

  /**
   * Adds a job that runs soon after this act is committed, and not at all when it is undone.
   * @param job.key two jobs with one key become one
   * @param job.at when to run; now when left out
   */
  enqueue(job: { task: string; payload: Detail; key?: string; at?: Date }): void {
    const payload = JSON.stringify({ ...job.payload, district_id: this.districtId })
    this.tx.write(enqueue, { task: job.task, payload, key: job.key ?? null, at: job.at ?? null })
  }

  /**
   * @throws when the act never asked permission, or changed something and left no trace; Undone for a refusal
   */
  settle(outcome: Outcome<unknown, string>): void {
    if (!this.#permitted) throw new Error('This act never asked whether it was permitted')
    if (!outcome.done) throw new Undone(outcome.because)
    if (!this.#recorded) throw new Error('This act changed something and left no trace')
    writeTraces(this.tx, { actor: this.actor, at: this.now }, this.#traces)
  }

  /** What the trail says a refusal was about. */
  get subject(): Subject {
    return this.#subject ?? { type: 'nothing', id: null }
  }
}
