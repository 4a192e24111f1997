import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import {
  Button,
  ButtonLink,
  Choices,
  type Column,
  ErrorSummary,
  Field,
  Form,
  kept,
  KeyList,
  Mark,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { standardsWords } from '#standards/contract.ts'
import { decisionPage } from '../decision-page.ts'
import { RuleLines } from './rule-lines.tsx'
import { say } from './screen-words.ts'

type Data = Awaited<ReturnType<typeof decisionPage.see>>

const says = standardsWords()

const facts = ({ decision, tiers, decider, navigator, clinician, reason, assessment, timeZone, at }: Data) =>
  [
    { key: say('decision_path'), value: says(`path_${decision.chosen}`) },
    { key: say('decision_indicated'), value: says(`path_${decision.indicated}`) },
    { key: say('decision_tier'), value: say('decision_tier_version', tiers) },
    { key: say('decision_reason'), value: reason },
    { key: say('decision_navigator'), value: navigator },
    { key: say('decision_clinician'), value: clinician },
    {
      key: say('decision_assessment'),
      value: assessment && say('decision_assessment_by', { due: assessment.on }),
    },
    { key: say('decision_by'), value: decider },
    { key: say('decision_at'), value: momentWords(decision.decidedAt, { timeZone, now: at }) },
    { key: say('decision_score'), value: String(decision.score) },
    { key: say('decision_version'), value: String(decision.checklistVersion) },
  ].filter(({ value }) => value !== null)

const ReviewForm = ({ data, view }: { data: Data; view: View }) => {
  const field = kept(view)
  const { value, ...answer } = field('answer')
  return (
    <Form to={`/decisions/${data.decision.id}/review`} shell={view.shell} layout="box flow read">
      <Choices
        {...answer}
        legend={say('decision_review')}
        options={[
          { value: 'agree', label: say('decision_agree') },
          { value: 'disagree', label: say('decision_disagree') },
        ]}
        chosen={value ?? []}
      />
      <Field {...field('note')} type="textarea" rows={2} optional label={say('decision_note')} />
      <p>
        <Button kind="go">{say('decision_send')}</Button>
      </p>
    </Form>
  )
}

const Override = ({ data, view }: { data: Data; view: View }) => {
  const { decision, reviewer, reviewClock, reviewIsMine } = data
  if (decision.overrideReason === null) return null
  const name = reviewer ?? ''
  return (
    <section class="flow" aria-labelledby="override">
      <h2 id="override">{say('decision_override')}</h2>
      <KeyList items={[{ key: say('decision_why'), value: decision.overrideReason }]} />
      <p>
        <Mark s={decision.reviewedAt === null ? 'due' : 'done'} />{' '}
        {decision.reviewAnswer === null
          ? say('decision_owes', { name, due: reviewClock?.detail ?? '' })
          : say(decision.reviewAnswer === 'agree' ? 'decision_agreed' : 'decision_disagreed', { name })}{' '}
        {decision.reviewNote}
      </p>
      {reviewIsMine && <ReviewForm data={data} view={view} />}
    </section>
  )
}

const answerColumns: Column<Data['answers'][number]>[] = [
  { head: say('decision_question'), cell: ({ question }) => question },
  { head: say('decision_answer'), cell: ({ answer }) => answer ?? say('decision_unanswered') },
]

/** The checklist as it was answered: folded, because the decision stands above it. */
const Answers = ({ answers }: Pick<Data, 'answers'>) => (
  <details class="more">
    <summary>{say('decision_answers')}</summary>
    <Table
      caption={<span class="vh">{say('decision_answers')}</span>}
      columns={answerColumns}
      rows={answers}
    />
  </details>
)

const openedAt = { a: '/supports/', b: '/referrals/', c: '/crisis/incidents/' } as const

function DecisionPage(data: Data, view: View) {
  const { decision, student, opened, rules, answers, reviewIsMine } = data
  const next = opened !== null && (
    <ButtonLink
      {...(!reviewIsMine && { kind: 'go' as const })}
      href={`${openedAt[decision.chosen]}${opened}`}
    >
      {say(`decision_open_${decision.chosen}`)}
    </ButtonLink>
  )
  return (
    <Page shell={view.shell}>
      <PageHead
        title={say('decision_of', { name: student.name })}
        crumb={{ href: `/concerns/${decision.concernId}`, label: say('concern') }}
        {...(next !== false && { aside: next })}
      >
        <p class="quiet">{say('grade', { grade: student.grade })}</p>
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <div class="flow">
        <Override data={data} view={view} />
        {rules.length > 0 && (
          <section class="flow" aria-labelledby="rule">
            <h2 id="rule">{say('decision_rule')}</h2>
            <RuleLines rules={rules} />
          </section>
        )}
        <KeyList items={facts(data)} />
        <Answers answers={answers} />
      </div>
    </Page>
  )
}

export const decisionScreen = screen({
  address: '/decisions/:decisionId',
  title: say('decision'),
  look: decisionPage,
  page: DecisionPage,
})
