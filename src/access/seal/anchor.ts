import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Seal } from './chain.ts'

/** Roots kept outside the database: whoever edits the trail would have to edit this too. */
export type Anchor = {
  publish(districtId: string, seal: Seal): Promise<void>
  read(): Promise<Anchored[]>
}

export type Anchored = { districtId: string; number: number; untilXact: number; rows: number; root: string }

/** An append-only file, one line a seal, flushed to disk before the seal counts as published. */
export function fileAnchor(path: string): Anchor {
  return {
    async publish(districtId, seal) {
      await mkdir(dirname(path), { recursive: true })
      const file = await open(path, 'a', 0o600)
      const line: Anchored = {
        districtId,
        number: seal.number,
        untilXact: seal.untilXact,
        rows: seal.rows,
        root: seal.root.toString('hex'),
      }
      await file.appendFile(`${JSON.stringify(line)}\n`)
      await file.sync()
      await file.close()
    },
    async read() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return ''
        throw error
      })
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Anchored)
    },
  }
}
