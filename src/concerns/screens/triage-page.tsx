import { screen, type View } from '#access/screen.ts'
import {
  Banner,
  Button,
  Choices,
  Clock,
  ErrorSummary,
  Form,
  kept,
  Page,
  PageHead,
  Tag,
} from '#design/contract.ts'
import { standardsWords } from '#standards/contract.ts'
import { type TriageData, triagePage } from '../triage-page.ts'
import { LackingNote } from '#training/contract.ts'
import { DecisionForm } from './decision-form.tsx'
import { reasonsSaid, unansweredSaid } from './decision-errors.ts'
import { RepeatBanner } from './repeat-referrals.tsx'
import { say } from './screen-words.ts'

const says = standardsWords()

/** The one checklist in force: what it is not stands above the first question, on screen and paper [R013]. */
const Checklist = ({ data, view }: { data: TriageData; view: View }) => {
  const { checklist, concern, screening } = data
  const answered = Object.entries(screening?.answers ?? {}).map(([code, answer]) => [
    `answers.${code}`,
    answer,
  ])
  const because = unansweredSaid(data, view, say('triage_unanswered'))
  const typed = 'version' in view.typed ? view.typed : {}
  const field = kept({ typed, problem: { because } }, Object.fromEntries(answered))
  return (
    <Form
      to={`/concerns/${concern.id}/screening`}
      shell={view.shell}
      hidden={{ version: checklist.version }}
      layout="flow read"
    >
      {checklist.items.map(({ code, question, hint, answers }) => {
        const { value, ...item } = field(`answers.${code}`)
        const options = answers.map((answer) => ({ value: answer.code, label: answer.label }))
        return (
          <Choices
            {...item}
            legend={question}
            options={options}
            chosen={value ?? []}
            inline={options.length > 3 ? 'columns' : true}
            {...(hint !== undefined && { hint })}
          />
        )
      })}
      <p>
        <Button {...(screening === null && { kind: 'go' as const })}>{say('triage_show')}</Button>
      </p>
    </Form>
  )
}

const Statement = ({ data: { checklist } }: { data: TriageData }) => (
  <Banner>
    <b>{checklist.statement}</b> {checklist.title}, {say('triage_version', { version: checklist.version })}.{' '}
    {checklist.sample && <Tag kind="sample">{say('sample')}</Tag>}
  </Banner>
)

/** What the concern says, so that nobody answers from memory. */
const Seen = ({ data: { concern } }: { data: TriageData }) =>
  concern.observed === '' ? null : (
    <blockquote class="read">
      <p>{concern.observed}</p>
      {concern.schoolwork !== null && <p>{concern.schoolwork}</p>}
    </blockquote>
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

/** Whoever is not trained to decide: whom to ask, and that danger waits for no training. */
const Untrained = ({ data: { lacking } }: { data: TriageData }) =>
  lacking === null ? null : (
    <Banner kind="bad">
      <LackingNote lacking={lacking} />
      <p>
        {say('triage_untrained')} <a href="/crisis">{say('triage_untrained_link')}</a>
      </p>
    </Banner>
  )

function TriagePage(data: TriageData, view: View) {
  const { concern, student, screening, clock, overdue, obstacles, open } = data
  const unanswered = unansweredSaid(data, view, say('triage_unanswered'))
  return (
    <Page shell={view.shell}>
      <PageHead
        title={say('triage_of', { name: student?.name ?? concern.aboutName ?? '' })}
        crumb={{ href: `/concerns/${concern.id}`, label: say('concern') }}
      >
        {student !== null && <p class="quiet">{say('grade', { grade: student.grade })}</p>}
      </PageHead>
      <ErrorSummary errors={unanswered.length > 0 ? unanswered : reasonsSaid(data, view)} />
      <div class="flow">
        {open && <Clock means={clock.headline} time={clock.detail} at={concern.dueAt} late={overdue} />}
        <Seen data={data} />
        <Statement data={data} />
        {obstacles.map((obstacle) => (
          <Banner kind="bad">{says(`obstacle_${obstacle}`)}</Banner>
        ))}
        {open && <Untrained data={data} />}
        <Indicated data={data} />
        {open && <RepeatBanner data={data} />}
        {screening !== null && open && <DecisionForm data={data} screening={screening} view={view} />}
        {screening === null ? (
          <Checklist data={data} view={view} />
        ) : (
          <details class="more" open={unanswered.length > 0}>
            <summary>{say('triage_again')}</summary>
            <Checklist data={data} view={view} />
          </details>
        )}
      </div>
    </Page>
  )
}

export const triageScreen = screen({
  address: '/concerns/:concernId/triage',
  title: say('triage'),
  look: triagePage,
  page: TriagePage,
})
