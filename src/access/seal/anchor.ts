import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Seal } from './chain.ts'

/** Roots kept outside the database: whoever edits the trail would have to edit this too. */
export type Anchor = {
  publish(districtId: string, seal: Seal): Promise<void>
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

/** What stands outside the database, and how many of its lines nobody can read any more. */
export type Anchored = { marks: Mark[]; unreadable: number }

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

function readMark(line: string): Mark | undefined {
  try {
    const mark = JSON.parse(line) as Partial<Mark> | null
    return typeof mark?.districtId === 'string' && typeof mark.number === 'number'
      ? (mark as Mark)
      : undefined
  } catch {
    return undefined
  }
}

/** An append-only file, one line a seal, flushed to disk before the seal counts as published. */
export function fileAnchor(path: string): Anchor {
  return {
    async publish(districtId, seal) {
      await mkdir(dirname(path), { recursive: true })
      const file = await open(path, 'a', 0o600)
      await file.appendFile(`${JSON.stringify(markOf(districtId, seal))}\n`)
      await file.sync()
      await file.close()
    },
    async read() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return ''
        throw error
      })
      const lines = text.split('\n').filter((line) => line !== '')
      const marks = lines.map(readMark).filter((mark) => mark !== undefined)
      return { marks, unreadable: lines.length - marks.length }
    },
  }
}
