import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { ErrorSummary, KeyList, Late, Page, PageHead } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { clockWords, Misses } from '#standards/contract.ts'
import { agreePlan } from '../agree-plan.ts'
import { changePlan } from '../change-plan.ts'
import { giveSheet } from '../give-sheet.ts'
import { lookAtReturn } from '../look-at-return.ts'
import { lookPlan, type SeenPlanPage } from '../look-plan.ts'
import { noteReturn } from '../note-return.ts'
import { planTexts } from '../plan.ts'
import { returnWords, stateWords } from '../screen-words.ts'
import { setAside } from '../set-aside.ts'
import { writePlan } from '../write-plan.ts'
import { Back, Contacts, Sheets, Stability } from './after-return.tsx'
import { Change, Versions } from './change.tsx'
import { Agree, Aside, PlanForm } from './plan-form.tsx'

const say = returnWords()
const state = stateWords()
type Props = { data: SeenPlanPage; view: View }

const Facts = ({ data }: { data: SeenPlanPage }) => {
  const { plan, calendar, now } = data
  const { headline, detail } = clockWords(calendar, { dueAt: plan.nextDueAt, now })
  const due = `${headline}. ${detail}`
  return (
    <KeyList
      items={[
        { key: say('stands'), value: state(plan.state) },
        { key: say('owner'), value: plan.ownerName },
        ...(plan.endedAt === null
          ? [{ key: say('next'), value: plan.nextDueAt < now ? <Late>{due}</Late> : due }]
          : []),
      ]}
    />
  )
}

/** What was agreed on, as it stays. */
const Agreed = ({ data }: { data: SeenPlanPage }) => {
  const { plan, today, policy } = data
  const texts = planTexts.flatMap((name) =>
    plan[name] === null ? [] : [{ key: say(name), value: plan[name] }],
  )
  const done = policy.filter(({ code }) => plan.steps.includes(code)).map(({ what }) => what)
  return (
    <KeyList
      items={[
        ...(plan.returnOn === null ? [] : [{ key: say('return_on'), value: dayWords(plan.returnOn, today) }]),
        ...(plan.meetingAt === null
          ? []
          : [{ key: say('meeting_on'), value: momentWords(plan.meetingAt, data) }]),
        ...texts,
        ...(plan.suicideThreat === null
          ? []
          : [{ key: say('suicideThreat'), value: say(plan.suicideThreat ? 'yes' : 'no') }]),
        ...(done.length === 0 ? [] : [{ key: say('steps'), value: done.join('. ') }]),
      ]}
    />
  )
}

const Plan = ({ data, view }: Props) => {
  const { plan } = data
  return (
    <section class="after flow" aria-labelledby="plan">
      <h2 id="plan">{say('plan')}</h2>
      {plan.state === 'due' && (
        <>
          <PlanForm data={data} view={view} />
          <Agree data={data} view={view} />
          <Aside data={data} view={view} />
        </>
      )}
      {plan.state === 'not_needed' && (
        <p>
          {say(plan.agreedAt === null ? 'aside_because' : 'aside_later', { because: plan.because ?? '' })}
        </p>
      )}
      {plan.state === 'ended' && <p>{say('ended_because', { because: plan.because ?? '' })}</p>}
      {plan.agreedAt !== null && plan.state !== 'due' && <Agreed data={data} />}
      {plan.state === 'agreed' && <Back data={data} view={view} />}
      {['agreed', 'returned'].includes(plan.state) && <Change data={data} view={view} />}
      {plan.state === 'agreed' && <Aside data={data} view={view} />}
      <Versions data={data} />
    </section>
  )
}

const PlanPage = (data: SeenPlanPage, view: View) => {
  const { plan } = data
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={say('one')} crumb={{ href: '/returns', label: say('title') }}>
        <p>
          <bdi>{data.student ?? say('who')}</bdi>. {say('of_school', { school: plan.schoolName })}{' '}
          {data.opensIncident && <a href={`/crisis/incidents/${plan.incidentId}`}>{say('incident')}</a>}
        </p>
      </PageHead>
      <Facts data={data} />
      <Misses misses={data.misses} calendar={data.calendar} now={data.now} />
      <Plan data={data} view={view} />
      {data.windows.length > 0 && <Stability data={data} view={view} />}
      <section class="after flow" aria-labelledby="contacts">
        <h2 id="contacts">{say('contacts')}</h2>
        <p>{say('contacts_note')}</p>
        <Contacts followUps={data.followUps} around={data} />
      </section>
      <Sheets data={data} view={view} />
    </Page>
  )
}

const then = ({ incidentId }: { incidentId: string }) => `/returns/${incidentId}`

/** The plan of one student to come back. */
export const planScreen = screen({
  address: '/returns/:incidentId',
  title: say('one'),
  look: lookPlan,
  page: PlanPage,
})
const stands = planScreen
export const planResources = [
  resource({ address: 'POST /returns/:incidentId', act: writePlan, stands, then }),
  resource({ address: 'POST /returns/:incidentId/agreement', act: agreePlan, stands, then }),
  resource({ address: 'POST /returns/:incidentId/versions', act: changePlan, stands, then }),
  resource({ address: 'POST /returns/:incidentId/setting-aside', act: setAside, stands, then }),
  resource({ address: 'POST /returns/:incidentId/return', act: noteReturn, stands, then }),
  resource({ address: 'POST /returns/:incidentId/stability', act: lookAtReturn, stands, then }),
  resource({ address: 'POST /returns/:incidentId/sheets', act: giveSheet, stands, then }),
]
