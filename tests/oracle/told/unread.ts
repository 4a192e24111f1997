import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Tables of people's records that no query of a person reads, with the only files that speak of them: what
 * Throughline writes, takes in from a roster or notices by itself. A file that is not listed here
 * reads them for somebody, and then that query is asked too.
 */
export const unread: Readonly<Record<string, { why: string; files: readonly string[] }>> = {
  enrolment: {
    why: 'taken in with a roster, and read to compare the next one with it',
    files: ['people/roster-compare-store.ts', 'people/roster-merge-store.ts'],
  },
  stall_watch: {
    why: 'what the round that notices stalled loops keeps for itself',
    files: ['escalations/watch-store.ts', 'coordination/lost-store.ts'],
  },
  record_removal_student: {
    why: 'how many students a removal is of, and whether one is proposed already: no list names them',
    files: ['records/removal-store.ts', 'records/retention-store.ts', 'access/seal/removals.ts'],
  },
  handoff_rating: {
    why: 'read as counts of a school, without whose they are, and by whoever gave one whether they did',
    files: ['family/rating-store.ts'],
  },
  support_alert_told: {
    why: 'whom an alert was told, for who is told next; Today asks by it what waits for a person',
    files: ['alerts/told-store.ts', 'coordination/owed-store.ts', 'coordination/lost-family-store.ts'],
  },
  class_time_excuse: { why: 'kept beside the visit it is of, and in the trail', files: [] },
  participation: { why: 'kept for measures that nobody reads yet', files: [] },
}

const sourceFiles = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter(
    (name) => /\.tsx?$/.test(name) && !name.includes('.spec.'),
  )

/** Which of these tables a file reads, though it is not said to. */
export const readsUnasked = (name: string, text: string): string[] =>
  Object.entries(unread)
    .filter(
      ([table, { files }]) => new RegExp(`\\b(?:from|join) ${table}\\b`).test(text) && !files.includes(name),
    )
    .map(([table]) => `${table}: ${name}`)

/** Files of the sources that read a table which nobody is said to read. */
export async function unaskedIn(folder: string): Promise<string[]> {
  const names = await sourceFiles(folder)
  const each = await Promise.all(
    names.map(async (name) => readsUnasked(name, await readFile(join(folder, name), 'utf8'))),
  )
  return each.flat().sort()
}
