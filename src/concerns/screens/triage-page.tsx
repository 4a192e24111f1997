import { screen, type View } from '#access/screen.ts'
import { Banner, Button, Choices, Clock, ErrorSummary, Form, kept, Page, PageHead, Tag } from '#design/contract.ts'
import { standardsWords } from '#standards/contract.ts'
import { triagePage } from '../triage-page.ts'
import { DecisionForm } from './decision-form.tsx'
import { say } from './screen-words.ts'

export type TriageData = Awaited<ReturnType<typeof triagePage.see>>

const says = standardsWords()

/** The one checklist in force: what it is not stands above the first question, on screen and paper [R013]. */
const Checklist = ({ data, view }: { data: TriageData; view: View }) => {
  const { checklist, concern, screening } = data
  const field = kept(view, Object.fromEntries(Object.entries(screening?.answers ?? {}).map(([code, answer]) => [`answers.${code}`, answer])))
  return (
    <Form to={`/concerns/${concern.id}/screening`} shell={view.shell} hidden={{ version: checklist.version }} layout="flow read">
      {checklist.items.map(({ code, question, hint, answers }) => {
        const { value, ...item } = field(`answers.${code}`)
        const options = answers.map((answer) => ({ value: answer.code, label: answer.label }))
        return (
          <Choices {...item} legend={question} options={options} chosen={value ?? []} {...(hint !== undefined && { hint })} />
        )
      })}
      <p>
        <Button {...(screening === null && { kind: 'go' as const })}>{say('triage_show')}</Button>
      </p>
    </Form>
  )
}

const Statement = ({ data: { checklist } }: { data: TriageData }) => (
  <Banner kind="slow">
    <b>{checklist.statement}</b> {checklist.title}, {say('triage_version', { version: checklist.version })}.{' '}
    {checklist.sample && <Tag kind="sample">{say('sample')}</Tag>}
  </Banner>
)

const Indicated = ({ data: { screening } }: { data: TriageData }) =>
  screening === null ? null : (
    <section class="flow" aria-labelledby="indicated">
      <h2 id="indicated">{say('triage_result')}</h2>
      <p class="lead">
        <b>{says(`path_${screening.indicated}`)}</b>. {say('triage_score', { score: screening.score })}.
      </p>
      {screening.indicated === 'c' && (
        <Banner kind="bad">
          {say('triage_immediate')} <a href="/crisis">{say('triage_immediate_link')}</a>
        </Banner>
      )}
    </section>
  )

/** The reasons of a refusal, in the district's own words where a rule of what schools must not do stands in the way [R022]. */
function reasonsSaid({ offered }: TriageData, view: View) {
  const texts: Record<string, string> = {
    high_risk_without_clinician: offered.highRiskRule,
    immediate_risk_in_queue: offered.queueRule,
  }
  return (view.problem?.because ?? []).map((reason) => {
    const rule = texts[reason.code]
    return rule === undefined ? reason : { ...reason, says: `${rule} ${reason.says}` }
  })
}

function TriagePage(data: TriageData, view: View) {
  const { concern, student, screening, clock, overdue, obstacles, open } = data
  return (
    <Page shell={view.shell}>
      <PageHead
        title={<bdi>{say('triage_of', { name: student?.name ?? concern.aboutName ?? '' })}</bdi>}
        crumb={{ href: `/concerns/${concern.id}`, label: say('concern') }}
      >
        {student !== null && <p class="quiet">{say('grade', { grade: student.grade })}</p>}
      </PageHead>
      <ErrorSummary errors={reasonsSaid(data, view)} />
      {open && <Clock means={clock.headline} time={clock.detail} at={concern.dueAt} late={overdue} />}
      <Statement data={data} />
      {obstacles.map((obstacle) => (
        <Banner kind="bad">{says(`obstacle_${obstacle}`)}</Banner>
      ))}
      <Indicated data={data} />
      {screening !== null && open && <DecisionForm data={data} screening={screening} view={view} />}
      {screening === null ? (
        <Checklist data={data} view={view} />
      ) : (
        <details class="more">
          <summary>{say('triage_again')}</summary>
          <Checklist data={data} view={view} />
        </details>
      )}
    </Page>
  )
}

export const triageScreen = screen({
  address: '/concerns/:concernId/triage',
  title: say('triage'),
  look: triagePage,
  page: TriagePage,
})
