import { screen, type View } from '#access/screen.ts'
import { ConsentTable, momentWords } from '#consent/contract.ts'
import { Banner, ButtonLink, Clock, ErrorSummary, KeyList, Page, PageHead, Tag } from '#design/contract.ts'
import { Misses } from '#standards/contract.ts'
import { type ConcernData, concernPage } from '../concern-page.ts'
import { sourceWords, urgencyWords } from '../words.ts'
import { CloseConcern, MatchStudent, Questions, TakeUp } from './concern-acts.tsx'
import { say } from './screen-words.ts'

const sourceSays = sourceWords()
const urgencySays = urgencyWords()
const fromPublicPage = (source: string) => source === 'student' || source === 'caregiver'

type Said = { key: string; value: string | null }

/** What was said, a row each; what was left open has none. */
function said({ concern, reporter, takenBy, observedOn }: ConcernData): Said[] {
  const observed = concern.observed === '' ? say('concern_nothing') : concern.observed
  return [
    { key: say(fromPublicPage(concern.source) ? 'concern_asked' : 'concern_observed'), value: observed },
    { key: say('concern_observed_on'), value: observedOn },
    { key: say('concern_setting'), value: concern.setting },
    { key: say('concern_schoolwork'), value: concern.schoolwork },
    { key: say('concern_health'), value: concern.health },
    { key: say('concern_urgency'), value: urgencySays(concern.urgency) },
    { key: say('concern_reporter'), value: reporter },
    { key: say('concern_asked_by'), value: concern.askedBy },
    { key: say('concern_contact'), value: concern.askedByContact },
    { key: say('concern_taken'), value: takenBy ?? say('concern_nobody') },
  ].filter(({ value }) => value !== null)
}

const Before = ({ data }: { data: ConcernData }) => (
  <>
    {data.beside.length > 0 && (
      <section aria-labelledby="beside">
        <h2 id="beside">{say('concern_beside')}</h2>
        <ul>
          {data.beside.map(({ id, source, receivedAt }) => (
            <li>
              <a href={`/concerns/${id}`}>
                {say('concern_from', {
                  source: sourceSays(source),
                  at: momentWords(receivedAt, { timeZone: data.timeZone, now: data.at }),
                })}
              </a>
            </li>
          ))}
        </ul>
      </section>
    )}
    {data.decisions.length > 0 && (
      <section aria-labelledby="before">
        <h2 id="before">{say('concern_before')}</h2>
        <ul>
          {data.decisions.map(({ id, path, tier, decidedAt }) => (
            <li>
              <a href={`/decisions/${id}`}>{say('concern_before_one', { path, tier })}</a>{' '}
              <span class="quiet">{momentWords(decidedAt, { timeZone: data.timeZone, now: data.at })}</span>
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
)

/** What the family allowed each agency. Ending a consent is done on its own page, by those who keep it. */
const Allowed = ({ data: { allowed, timeZone, at } }: { data: ConcernData }) => (
  <section class="flow" aria-labelledby="allowed">
    <h2 id="allowed">{say('concern_allowed')}</h2>
    {allowed.length === 0 && <p>{say('concern_allowed_none')}</p>}
    {allowed.map(({ partner, rows }) => (
      <ConsentTable rows={rows} partner={partner} reading={{ timeZone, now: at }} mayEnd={false} />
    ))}
  </section>
)

/** Who closed it and when, beside why. */
const closedWords = ({ concern: { endedAt, closedReason }, closedBy, timeZone, at: now }: ConcernData) =>
  closedReason !== null && endedAt !== null
    ? say('concern_closed', {
        name: closedBy ?? say('closed_by_trail'),
        at: momentWords(endedAt, { timeZone, now }),
        reason: closedReason,
      })
    : null

const Ended = ({ data }: { data: ConcernData }) => (
  <Banner>
    {closedWords(data)}
    {data.decision !== null && (
      <>
        {say('concern_decided')} <a href={`/decisions/${data.decision.id}`}>{say('concern_see_decision')}</a>
      </>
    )}
  </Banner>
)

/** What to do next. Whoever runs the checklist takes the concern up with it. */
const Next = ({ data, view }: { data: ConcernData; view: View }) => {
  const { concern, screening } = data
  const known = concern.studentId !== null
  return (
    <div class="row">
      {known && (
        <ButtonLink kind="go" href={`/concerns/${concern.id}/triage`}>
          {say(screening === null ? 'concern_triage' : 'concern_decide')}
        </ButtonLink>
      )}
      {concern.state === 'submitted' && <TakeUp concernId={concern.id} first={!known} view={view} />}
    </div>
  )
}

function ConcernPage(data: ConcernData, view: View) {
  const { concern, student, open, mayTriage, notTriaging, schoolName, clock, overdue, timeZone, at } = data
  const received = momentWords(concern.receivedAt, { timeZone, now: at })
  return (
    <Page shell={view.shell}>
      <PageHead
        title={<bdi>{student?.name ?? concern.aboutName ?? say('queue_unnamed')}</bdi>}
        crumb={{ href: '/concerns', label: say('queue') }}
        above={say('concern_from', { source: sourceSays(concern.source), at: received })}
        {...(open && mayTriage && { aside: <Next data={data} view={view} /> })}
      >
        <p class="quiet">
          {student === null ? schoolName : say('grade_school', { grade: student.grade, school: schoolName })}{' '}
          {data.screening?.indicated === 'c' && <Tag kind="high">{say('queue_crisis')}</Tag>}
        </p>
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <div class="flow">
        {open ? (
          <Clock means={clock.headline} time={clock.detail} at={concern.dueAt} late={overdue} />
        ) : (
          <Ended data={data} />
        )}
        {open && notTriaging !== null && <p class="quiet">{say(`concern_${notTriaging}`)}</p>}
        <KeyList items={said(data)} />
        {open && mayTriage && student === null && <MatchStudent data={data} view={view} />}
        <Before data={data} />
        {student !== null && <Allowed data={data} />}
        <Misses misses={data.misses} calendar={data.calendar} now={at} />
        <Questions data={data} view={view} />
        {open && mayTriage && <CloseConcern data={data} view={view} />}
      </div>
    </Page>
  )
}

export const concernScreen = screen({
  address: '/concerns/:concernId',
  title: say('concern'),
  look: concernPage,
  typed: ['name'],
  page: ConcernPage,
})
