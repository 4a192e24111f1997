import { type Bar, Bars } from '#design/contract.ts'
import type { Month } from '../course.ts'
import type { SeenCourse } from '../course-seen.ts'
import { type Measure, measures } from '../measure.ts'
import { courseWords } from '../words.ts'

const say = courseWords()
const monthNames = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' })

const barOf = ({ month, count, of }: Month): Bar => ({
  label: monthNames.format(new Date(`${month}-01T00:00:00Z`)),
  value: count,
  ...(of !== null && { says: say('kept_of', { kept: count, due: of }) }),
})

/** The three measures over the last months: each as a chart with its table, where the reader may know it. */
export const MeasureCharts = ({
  course,
  only = measures,
}: {
  course: SeenCourse
  only?: readonly Measure[]
}) => (
  <>
    <h2>{say('over_time')}</h2>
    {measures
      .filter((each) => only.includes(each))
      .map((measure) => {
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
