import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importRoster } from '#people/import-roster.ts'
import { riversideRoster } from '../roster-file.ts'
import type { Story } from './story.ts'

/** The keeper of the roster took the district's file in when the year had begun. */
export const roster: Story = async ({ teller, almanac }) => {
  teller.at(almanac.moment(-20, '08:10'))
  const folder = await mkdtemp(join(tmpdir(), 'riverside-'))
  const path = join(folder, 'riverside-2026-27.zip')
  await writeFile(path, riversideRoster())
  await importRoster(teller.being('ben'), { path, apply: true }).finally(() =>
    rm(folder, { recursive: true }),
  )
}
