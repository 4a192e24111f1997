import { importEvents } from '#warnings/import-events.ts'
import { EventFile, readEventFile } from '#warnings/event-file.ts'
import { families } from '../families.ts'
import { startReassessing } from '#warnings/start-reassessing.ts'
import type { Almanac } from './almanac.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/** What the student system exports each evening. */
function exported({ day }: Pick<Almanac, 'day'>): EventFile {
  const missed = [
    ...[-11, -9, -6, -2].map((ago) => `${families.caleb.localId},${day(ago)},whole_day`),
    ...[-8, -3].map((ago) => `${families.sade.localId},${day(ago)},part_of_day`),
  ]
  const read = readEventFile(new TextEncoder().encode(['student,date,status', ...missed].join('\n')))
  if (read instanceof EventFile) return read
  throw new Error(read.says)
}

/**
 * Somebody is looked at again on a rhythm. Yesterday's file came in, and somebody's days crossed the limit:
 * triage reads of it this morning.
 */
export const earlyWarning: Story = async ({ teller, almanac }) => {
  teller.at(almanac.moment(-11, '14:10'))
  await perform(teller.being('daniel'), startReassessing, {
    studentId: families.liam.id,
    everyDays: '14',
    reason: 'Talked of dropping out in spring. His brother left school this year.',
  })
  teller.at(almanac.moment(-1, '18:30'))
  await perform(teller.being('ben'), importEvents, { file: [exported(almanac)] })
}
