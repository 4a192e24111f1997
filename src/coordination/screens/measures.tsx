import type { View } from '#access/screen.ts'
import { Button, ErrorSummary, Field, Form, kept, MarkedList, Page, PageHead } from '#design/contract.ts'
import type { SeenMeasures } from '../look-measures.ts'
import { MeasureCharts, measures, measureWords } from '#supports/contract.ts'
import { instantsOf } from './instants.ts'
import { measureStands } from './measure-stands.ts'
import { smallWords } from './small-words.ts'

const say = smallWords()
const sayMeasure = measureWords()

function Agreed({ seen }: { seen: SeenMeasures }) {
  const at = instantsOf(seen)
  if (seen.measures.length === 0) return <p class="quiet">{say('measures_none')}</p>
  return (
    <MarkedList
      items={seen.measures.map((each) => ({
        s: 'done' as const,
        text: say('measure_line', {
          stands: measureStands(each, at),
          name: each.agreedByName,
          day: at.day(each.agreedAt),
        }),
      }))}
    />
  )
}

/** Where progress is agreed to be measured: three measures, and where each stands today. */
export function MeasuresPage(seen: SeenMeasures, view: View) {
  const field = kept(view)
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <PageHead
        crumb={{ href: `/students/${seen.student.id}`, label: <bdi>{seen.student.name}</bdi> }}
        title={say('measures')}
      >
        <p class="lead">{say('measures_lead')}</p>
      </PageHead>
      <div class="flow read">
        <h2>{say('measures_now')}</h2>
        <Agreed seen={seen} />
        <MeasureCharts course={seen.course} />
        <h2>{say('where_now')}</h2>
        <Form to={`/students/${seen.student.id}/measures`} shell={view.shell} layout="flow">
          {measures.map((measure) => (
            <Field
              {...field(measure)}
              label={sayMeasure(measure)}
              hint={say(`${measure}_hint`)}
              maxlength={120}
              optional
            />
          ))}
          <p>
            <Button kind="go">{say('save')}</Button>
          </p>
        </Form>
      </div>
    </Page>
  )
}
