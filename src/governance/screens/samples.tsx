import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  Field,
  Form,
  kept,
  MarkedList,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { drawSample } from '../draw-sample.ts'
import { lookSamples, type SeenSamples } from '../look-samples.ts'
import { sampleWords } from '../screen-words.ts'
import { stratumWords } from '../words.ts'
import { Audit } from './audit.tsx'

const say = sampleWords()
const stratumOf = stratumWords()
type Props = { data: SeenSamples }

const spanOf = ({ fromOn, untilOn }: { fromOn: string; untilOn: string }, today: string) => ({
  from: dayWords(fromOn, today),
  until: dayWords(untilOn, today),
})

const Samples = ({ data }: Props) =>
  data.samples.length === 0 ? (
    <Empty fact={say('none')} note={say('none_note')} />
  ) : (
    <Table
      caption={<span class="vh">{say('samples')}</span>}
      rows={data.samples}
      columns={[
        {
          head: say('period'),
          cell: (row) => <a href={`/case-samples/${row.id}`}>{say('open', spanOf(row, data.today))}</a>,
        },
        {
          head: say('drawn'),
          cell: ({ drawnAt, drawnByName }) =>
            say('drawn_by', { at: momentWords(drawnAt, data), name: drawnByName }),
        },
        {
          head: say('reviewed'),
          cell: ({ counts }) => (counts === null ? say('few') : say('reviewed_of', counts)),
        },
      ]}
    />
  )

const Draw = ({ data, view }: Props & { view: View }) => {
  const field = kept(view, { ...data.period, override: '5', crisis: '10' })
  return (
    <section class="after flow" aria-labelledby="draw">
      <h2 id="draw">{say('draw')}</h2>
      <p>{say('frame_of', spanOf(data.period, data.today))}</p>
      <MarkedList
        items={data.framed.map(({ stratum, cases }) => ({
          s: 'end' as const,
          text:
            cases === null
              ? say('frame_few', { stratum: stratumOf(stratum) })
              : say('frame_line', { stratum: stratumOf(stratum), cases }),
        }))}
      />
      <Form to="/case-samples" shell={view.shell} layout="box read flow">
        <p class="hint">{say('draw_note')}</p>
        <Field {...field('fromOn')} type="date" width="mid" label={say('from')} />
        <Field {...field('untilOn')} type="date" width="mid" label={say('until')} />
        <Field {...field('override')} label={say('number_override')} inputmode="numeric" width="short" />
        <Field {...field('crisis')} label={say('number_crisis')} inputmode="numeric" width="short" />
        <Button kind="go">{say('draw_do')}</Button>
      </Form>
    </section>
  )
}

/** Of how many cases the audit is: of none, of too few to be told, or of so many. */
const auditedOf = ({ reviewed, days }: SeenSamples) => {
  if (reviewed === null) return say('audit_few', { days })
  return reviewed === 0 ? say('audit_none', { days }) : say('audit_of', { count: reviewed, days })
}

const SamplesPage = (data: SeenSamples, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')}>
      <p>
        {say('lead')} {data.waiting > 0 && <b>{say('waiting', { count: data.waiting })}</b>}
      </p>
    </PageHead>
    <Samples data={data} />
    <section class="after flow" aria-labelledby="audit">
      <h2 id="audit">{say('audit')}</h2>
      <p>{auditedOf(data)}</p>
      {data.reviewed !== null && data.reviewed > 0 && <Audit audit={data.audit} />}
    </section>
    {data.mayDraw && <Draw data={data} view={view} />}
  </Page>
)

/** The samples there are, how the steps went in them, and room to draw the next. */
export const samplesScreen = screen({
  address: '/case-samples',
  title: say('title'),
  look: lookSamples,
  page: SamplesPage,
  nav: { section: 'crisis', label: say('title'), order: 27 },
})
export const samplesResource = resource({
  address: 'POST /case-samples',
  act: drawSample,
  stands: samplesScreen,
  at: () => ({}),
  then: ({ sampleId }) => `/case-samples/${sampleId}`,
})
