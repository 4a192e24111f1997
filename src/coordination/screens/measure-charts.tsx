import { type Bar, Bars } from '#design/contract.ts'
import { type Course, type Measure, measures, type Month } from '#supports/contract.ts'
import { smallWords } from './small-words.ts'

const say = smallWords()
const monthNames = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' })

const barOf = ({ month, count, of }: Month): Bar => ({
  label: monthNames.format(new Date(`${month}-01T00:00:00Z`)),
  value: count,
  ...(of !== null && { says: say('kept_of', { kept: count, due: of }) }),
})

type Known = { readonly [measure in Measure]: Course[measure] | undefined }

/** The three measures over the last months: each as a chart with its table, where the reader may know it. */
export const MeasureCharts = ({ course }: { course: Known }) => (
  <>
    <h2>{say('over_time')}</h2>
    {measures.map((measure) => {
      const months = course[measure]
      return months === undefined ? null : (
        <Bars
          id={`chart-${measure}`}
          title={say(`chart_${measure}`)}
          head={say('month')}
          counted={say(`chart_${measure}`)}
          bars={months.map(barOf)}
        />
      )
    })}
  </>
)
