import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Act, Banner, ErrorSummary, KeyList, Page, PageHead, Tag } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { addPresent } from '../add-present.ts'
import { beginDrill } from '../begin-drill.ts'
import { callOffDrill } from '../call-off-drill.ts'
import { completeDrill } from '../complete-drill.ts'
import { finishFinding } from '../finish-finding.ts'
import { lookDrill, type SeenDrill } from '../look-drill.ts'
import { recordFinding } from '../record-finding.ts'
import { drillWords, kindWords } from '../screen-words.ts'
import { AddFinding, Findings } from './drill-parts.tsx'
import { AddPresent, Begin, FindPeople, Hold, Live } from './people.tsx'
import { StepTimes } from './times.tsx'

const say = drillWords()
const kind = kindWords()

const standsOf = ({ drill: { heldOn, calledOffAt, plannedOn }, today }: SeenDrill) => {
  if (calledOffAt !== null) return say('called_off')
  return heldOn === null
    ? say('planned_for', { day: dayWords(plannedOn, today) })
    : say('held_on', { day: dayWords(heldOn, today) })
}

const Facts = ({ data }: { data: SeenDrill }) => {
  const { drill, present } = data
  return (
    <KeyList
      items={[
        { key: say('school'), value: drill.schoolName },
        { key: say('how'), value: kind(drill.kind) },
        { key: say('when'), value: standsOf(data) },
        { key: say('says'), value: drill.says },
        { key: say('asks'), value: drill.asks },
        ...(present.length === 0
          ? []
          : [{ key: say('present'), value: present.map(({ name }) => name).join(', ') }]),
      ]}
    />
  )
}

/** Whether it is a timed drill that has not begun. */
const isAhead = ({ drill: { kind: held, begunAt } }: SeenDrill) => held === 'timed' && begunAt === null

const DrillPage = (data: SeenDrill, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={data.drill.title} crumb={{ href: '/drills', label: say('title') }}>
      <p>
        {say('from_version', { version: data.drill.standardVersion, name: data.drill.plannedByName })}{' '}
        {data.drill.sample && <Tag>{say('sample')}</Tag>}
      </p>
    </PageHead>
    <Banner>{say('is_drill')}</Banner>
    <Facts data={data} />
    <Live data={data} />
    {data.keeps && <FindPeople data={data} view={view} />}
    {data.adds && <AddPresent data={data} view={view} />}
    {data.open &&
      data.keeps &&
      (isAhead(data) ? <Begin data={data} view={view} /> : <Hold data={data} view={view} />)}
    <StepTimes data={data} />
    {data.drill.completedAt !== null && <Findings data={data} view={view} />}
    {data.drill.completedAt !== null && data.keeps && <AddFinding data={data} view={view} />}
    {data.open && data.keeps && (
      <Act id="call-off" kind="text" to={`/drills/${data.drill.id}/calling-off`} shell={view.shell}>
        {say('call_off')}
      </Act>
    )}
  </Page>
)

/** One drill. */
export const drillScreen = screen({
  address: '/drills/:drillId',
  title: say('one'),
  look: lookDrill,
  typed: ['who'],
  page: DrillPage,
})
const then = ({ drillId }: { drillId: string }) => `/drills/${drillId}`
export const drillResources = [
  resource({ address: 'POST /drills/:drillId/completion', act: completeDrill, stands: drillScreen, then }),
  resource({
    address: 'POST /drills/:drillId/beginning',
    act: beginDrill,
    stands: drillScreen,
    then: ({ drillId }) => `/crisis/incidents/${drillId}`,
  }),
  resource({ address: 'POST /drills/:drillId/participants', act: addPresent, stands: drillScreen, then }),
  resource({ address: 'POST /drills/:drillId/calling-off', act: callOffDrill, stands: drillScreen, then }),
  resource({ address: 'POST /drills/:drillId/findings', act: recordFinding, stands: drillScreen, then }),
  resource({
    address: 'POST /drills/:drillId/findings/:findingId/end',
    act: finishFinding,
    stands: drillScreen,
    then,
  }),
]
