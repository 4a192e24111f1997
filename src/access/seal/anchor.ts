import type { Seal } from './chain.ts'
import { appendLines, linesOf } from './line-file.ts'

/** Roots kept outside the database: whoever edits the trail would have to edit this too. */
export type Anchor = {
  publish(districtId: string, seal: Seal): Promise<void>
  /** Says that a copy took the place of the database: ahead of the first seal after it. */
  publishRestores(restores: readonly Restore[]): Promise<void>
  read(): Promise<Anchored>
}

/** Every column of a seal, as a line of the file says it. A line of an earlier version has no `sealedAt`. */
export type Mark = {
  districtId: string
  number: number
  fromXact?: number
  untilXact: number
  rows: number
  root: string
  sealedAt?: string
}

/**
 * A copy took the place of the database. Its last seal of the district is `afterSeal`; those behind it, up to
 * `givenUp`, were lost with what they sealed, and their numbers are never used again.
 */
export type Restore = { districtId: string; epoch: number; afterSeal: number; givenUp: number }

/** What stands outside the database, and how many of its lines nobody can read any more. */
export type Anchored = { marks: Mark[]; restores: Restore[]; unreadable: number }

/** A seal as it is written outside. */
export const markOf = (districtId: string, seal: Seal): Required<Mark> => ({
  districtId,
  number: seal.number,
  fromXact: seal.fromXact,
  untilXact: seal.untilXact,
  rows: seal.rows,
  root: seal.root.toString('hex'),
  sealedAt: seal.sealedAt.toISOString(),
})

function readLine(line: string): Mark | Restore | undefined {
  try {
    const said = JSON.parse(line) as Partial<Mark & Restore> | null
    if (typeof said?.districtId !== 'string') return undefined
    return typeof said.number === 'number' || typeof said.afterSeal === 'number'
      ? (said as Mark | Restore)
      : undefined
  } catch {
    return undefined
  }
}

/** An append-only file, one line a seal, flushed to disk before the seal counts as published. */
export function fileAnchor(path: string): Anchor {
  return {
    publish: (districtId, seal) => appendLines(path, [markOf(districtId, seal)]),
    publishRestores: (restores) => appendLines(path, restores),
    async read() {
      const lines = await linesOf(path)
      const said = lines.map(readLine).filter((line) => line !== undefined)
      return {
        marks: said.filter((line) => 'number' in line),
        restores: said.filter((line) => 'afterSeal' in line),
        unreadable: lines.length - said.length,
      }
    },
  }
}
