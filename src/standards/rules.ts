import { type Bodies, type Kind, schemas } from './kinds.ts'
import type { Standard } from './standard.ts'

/** A version as it is kept: everything of a standard, with a body nobody has read yet. */
export type KeptStandard = Omit<Standard, 'kind' | 'body'> & { readonly kind: string; readonly body: unknown }

/** Reads what a kind of standard says. Throws a ZodError that names what does not fit. */
export const readBody = <K extends Kind>(kind: K, body: unknown): Bodies[K] =>
  schemas[kind].parse(body) as Bodies[K]

/**
 * Reads a kept version as a standard of a kind. Throws when it is of another kind or its body does not fit.
 */
export function readStandard<K extends Kind>(kind: K, kept: KeptStandard): Standard<K> {
  if (kept.kind !== kind) throw new Error(`Expected a standard of kind ${kind}, and this one is ${kept.kind}`)
  return { ...kept, kind, body: readBody(kind, kept.body) }
}

/**
 * The version in force at an instant: the one that began last, and of two that began together the higher
 * version. Undefined before the first. A version takes effect at its own instant, that instant included.
 */
export function inForce<K extends Kind>(versions: readonly Standard<K>[], at: Date): Standard<K> | undefined {
  return versions
    .filter(({ inForceFrom }) => inForceFrom.getTime() <= at.getTime())
    .reduce<Standard<K> | undefined>((latest, each) => {
      if (latest === undefined) return each
      const later = each.inForceFrom.getTime() - latest.inForceFrom.getTime()
      return later > 0 || (later === 0 && each.version > latest.version) ? each : latest
    }, undefined)
}

const obstacles = {
  sample_not_approved: (standard, facts) => facts.live && standard.sample && standard.approval === undefined,
  not_in_force: (standard, facts) => facts.now.getTime() < standard.inForceFrom.getTime(),
} satisfies Record<string, (standard: Standard, facts: UseFacts) => boolean>

export type UseFacts = { readonly live: boolean; readonly now: Date }
export type ObstacleToUse = keyof typeof obstacles

/**
 * Every reason a version cannot be used with students. A live school cannot use shipped wording until the
 * district has recorded its approval; a demo or a school being set up can, with the sample mark.
 */
export const obstaclesToUsing = (standard: Standard, facts: UseFacts): ObstacleToUse[] =>
  (Object.keys(obstacles) as ObstacleToUse[]).filter((name) => obstacles[name](standard, facts))
