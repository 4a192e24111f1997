import { Table } from '#design/contract.ts'
import { fewest } from '#platform/small-counts.ts'
import type { SeenFigures } from '../look-figures.ts'
import { type ShownMedian, type ShownRow, timedSteps } from '../step-medians.ts'
import { medianWords } from './figure-words.ts'

const say = medianWords()
const monthNames = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthName = (month: string) => monthNames.format(new Date(`${month}-01T00:00:00Z`))

function minutesIn(shown: ShownMedian): string {
  if (shown === 'few') return say('few')
  return shown === null ? say('none') : say('minutes', { count: shown })
}

/** How soon the steps of incidents were taken: half of them at least so soon. */
export const Medians = ({ rows, readsEach, more }: SeenFigures['medians'] & { readsEach: boolean }) => (
  <section class="after flow" aria-labelledby="medians">
    <h2 id="medians">{say('title')}</h2>
    {!readsEach && <p>{say('left_out', { fewest })}</p>}
    {rows.length === 0 ? (
      <p>{say('nothing')}</p>
    ) : (
      <Table
        caption={say('caption')}
        rows={rows}
        narrow="pairs"
        columns={[
          {
            head: say('month'),
            cell: ({ month, schoolName }) => `${monthName(month)}, ${schoolName ?? say('all_schools')}`,
          },
          ...(readsEach
            ? [{ head: say('incidents'), num: true, cell: ({ incidents }: ShownRow) => String(incidents) }]
            : []),
          ...timedSteps.map((step) => ({
            head: say(step),
            num: true,
            cell: ({ steps }: ShownRow) => minutesIn(steps[step]),
          })),
        ]}
      />
    )}
    {more > 0 && <p class="quiet">{say('more', { count: more })}</p>}
  </section>
)
