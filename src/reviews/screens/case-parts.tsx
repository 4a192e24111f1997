import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Choices, kept, KeyList } from '#design/contract.ts'
import { measureWords } from '#supports/contract.ts'
import { barriersSaidWords, caseWords, measuresSaidWords, visitSaidWords } from '../case-words.ts'
import type { SeenReviewLine } from '../look-line.ts'
import { barriersSaid, measuresSaid, type ReviewLine, visitsSaid } from '../review.ts'
import type { ShownCase } from '../shown-case.ts'
import { givenTo } from './given-to.tsx'
import { Said } from './line-parts.tsx'
import { reviewWords } from '../screen-words.ts'

const say = caseWords()
const sayReview = reviewWords()
const sayVisit = visitSaidWords()
const sayBarriers = barriersSaidWords()
const sayMeasures = measuresSaidWords()
const measure = measureWords()

type Around = { timeZone: string; now: Date }

/** Each agency with its next visit. */
export const Visits = ({ agencies, around }: { agencies: ShownCase['agencies']; around: Around }) => (
  <>
    {agencies.map(({ partnerName: agency, nextVisitAt }) => (
      <div>
        {nextVisitAt === null
          ? say('none_booked', { agency })
          : say('visit_at', { agency, when: momentWords(nextVisitAt, around) })}
      </div>
    ))}
  </>
)

/** Where each agreed measure stands. */
export const Measures = ({ measures }: Pick<ShownCase, 'measures'>) =>
  measures.length === 0 ? (
    <>{say('measures_none')}</>
  ) : (
    <>
      {measures.map((each) => (
        <div>{say('measure', { measure: measure(each.measure), now: each.baseline })}</div>
      ))}
    </>
  )

/** What a case review said of the three, in one line; undefined where it said nothing. */
export const saidOfCase = ({
  visitSaid,
  barriersSaid: barriers,
  measuresSaid: measures,
}: Pick<ReviewLine, 'visitSaid' | 'barriersSaid' | 'measuresSaid'>) =>
  visitSaid === null || barriers === null || measures === null
    ? undefined
    : say('said_case', {
        visit: sayVisit(visitSaid),
        barriers: sayBarriers(barriers),
        measures: sayMeasures(measures),
      })

/** What the meeting said so far, as a row of the facts; none before it said something. */
const saidTo = (data: SeenReviewLine) =>
  data.line.markedAt === null
    ? []
    : [
        {
          key: sayReview('said'),
          value: (
            <>
              {saidOfCase(data.line)} <Said line={data.line} around={data} />
            </>
          ),
        },
      ]

/** How things stand with a student of a case review. */
export const CaseStands = ({ data, stands }: { data: SeenReviewLine; stands: ShownCase }) => (
  <KeyList
    items={[
      {
        key: say('with_agencies'),
        value:
          stands.agencies.length === 0 ? (
            say('agencies_none')
          ) : (
            <Visits agencies={stands.agencies} around={data} />
          ),
      },
      {
        key: say('barriers'),
        value: stands.barriers.length === 0 ? say('barriers_none') : stands.barriers.join(', '),
      },
      {
        key: say('measures'),
        value: (
          <>
            <Measures measures={stands.measures} />
            {data.opensCare && (
              <a href={`/students/${data.line.studentId}/measures`}>{say('measures_open')}</a>
            )}
          </>
        ),
      },
      ...saidTo(data),
      ...givenTo(data),
    ]}
  />
)

type Asking<Code extends string> = {
  name: 'visitSaid' | 'barriersSaid' | 'measuresSaid'
  legend: string
  codes: readonly Code[]
  words(code: Code): string
  view: View
}
function Asked<Code extends string>({ name, legend, codes, words, view }: Asking<Code>) {
  const { value, ...field } = kept(view)(name)
  return (
    <Choices
      {...field}
      legend={legend}
      chosen={value ?? ''}
      options={codes.map((each) => ({ value: each, label: words(each) }))}
    />
  )
}

/** What is said of every student of a case review: the visit, what stands in the way, and the measures. */
export const CaseQuestions = ({ view }: { view: View }) => (
  <>
    <Asked name="visitSaid" legend={say('visit')} codes={visitsSaid} words={sayVisit} view={view} />
    <Asked
      name="barriersSaid"
      legend={say('barriers_said')}
      codes={barriersSaid}
      words={sayBarriers}
      view={view}
    />
    <Asked
      name="measuresSaid"
      legend={say('measures_said')}
      codes={measuresSaid}
      words={sayMeasures}
      view={view}
    />
  </>
)
