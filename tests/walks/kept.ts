import type { Facts, Kept } from './facts.ts'

const keyOf = ({ record, clock, started_at: at }: Kept) => `${record} ${clock} ${at}`

/**
 * What was missed and kept, held against itself from step to step: it is kept once, never written anew, and
 * never gone, whatever becomes of the record and of the standards.
 */
export class KeptMisses {
  readonly #before = new Map<string, string>()

  /** What is wrong now, in words. @param late concerns of which it has to be kept that they are late */
  complaints({ breaches }: Pick<Facts, 'breaches'>, late: readonly string[]): string[] {
    const now = new Map(breaches.map((each) => [each.id, JSON.stringify(each)]))
    const twice = [...Map.groupBy(breaches, keyOf)].filter(([, same]) => same.length > 1)
    const changed = [...this.#before].filter(([id, was]) => now.get(id) !== was)
    const kept = new Set(breaches.filter(({ clock }) => clock === 'triage').map(({ record }) => record))
    for (const [id, is] of now) this.#before.set(id, is)
    return [
      ...twice.map(([key]) => `missed twice: ${key}`),
      ...changed.map(([id, was]) => `a miss was rewritten or is gone: ${id}, was ${was}`),
      ...late.filter((id) => !kept.has(id)).map((id) => `concern ${id} is late, and that is kept nowhere`),
    ]
  }
}
