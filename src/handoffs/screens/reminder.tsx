import { screen, type View } from '#access/screen.ts'
import { asked, languageOptions, momentWords } from '#consent/contract.ts'
import {
  Button,
  ButtonLink,
  Choices,
  Clock,
  Empty,
  ErrorSummary,
  Events,
  Field,
  Form,
  kept,
  Page,
  PageHead,
} from '#design/contract.ts'
import { contactRuleWords, languageName } from '#people/contract.ts'
import { reminderChannels, reminderCodeWords, reminderSaid } from '#referrals/contract.ts'
import { reminderAnswers } from '../log-reminder.ts'
import { reminderPage, type ReminderData } from '../reminder-page.ts'
import { suggestedTry } from '../reminder-rules.ts'
import { reminderWords } from '../reminder-words.ts'
import { word } from './part.tsx'

const say = reminderWords()
const code = reminderCodeWords()
const rule = contactRuleWords()

type Props = { data: ReminderData; view: View }
type Person = ReminderData['people'][number]

/** How to reach them safely, so that nobody has to look it up before a call. */
const Reach = ({ person: { phone, contactRule, contactHours } }: { person: Person }) => (
  <>
    {phone !== null && <bdi class="nb">{phone}.</bdi>}{' '}
    {contactRule !== null && rule.has(contactRule) && say('rule_said', { rule: rule(contactRule) })}{' '}
    {contactHours !== null && say('hours_said', { hours: contactHours })}
  </>
)

const whomOf = ({ people, studentName }: ReminderData) => [
  ...people.map((person) => ({
    value: person.id,
    label: <bdi>{person.name}</bdi>,
    hint: <Reach person={person} />,
    disabled: person.contactRule === 'do_not_contact',
  })),
  { value: 'student', label: <bdi>{say('whom.student', { student: studentName })}</bdi> },
]

const Moment = ({ field }: { field: ReturnType<typeof kept> }) => (
  <details class="more">
    <summary>{say('another_moment')}</summary>
    <div class="pairs tight auto">
      <Field {...field('on')} type="date" width="short" label={say('day')} optional />
      <Field {...field('at')} type="time" width="short" label={say('time')} optional />
    </div>
  </details>
)

/** Everything is chosen ahead as the family wants it: one press records what came of it. */
function Try({ data, view }: Props) {
  const { person, channel } = suggestedTry(data.people)
  const held = { whom: person?.id ?? 'student', channel, language: person?.language ?? 'en' }
  const field = kept(view, held)
  const channels = reminderChannels.map((value) => ({ value, label: code(value) }))
  return (
    <Form to={`/reminders/${data.reminder.id}/attempts`} shell={view.shell} layout="box read flow">
      <Choices {...asked(field('whom'))} legend={say('whom')} options={whomOf(data)} />
      <Choices {...asked(field('channel'))} inline legend={say('channel')} options={channels} />
      <Field
        {...field('language')}
        type="select"
        label={say('language')}
        options={languageOptions(data.people.map(({ language }) => language))}
      />
      <Moment field={field} />
      <h2>{say('answer')}</h2>
      <p class="hint">{say('answer_hint')}</p>
      <p class="row">
        {reminderAnswers.map((answer) => (
          <Button name="answer" value={answer} {...(answer === 'confirmed' && { kind: 'go' as const })}>
            {code(answer)}
          </Button>
        ))}
      </p>
    </Form>
  )
}

type Attempt = ReminderData['reminder']['attempts'][number]

const whoTried = (data: ReminderData, { reached, caregiverName, language, ...attempt }: Attempt) =>
  say('try_detail', {
    whom: reached === 'student' ? say('whom.student', { student: data.studentName }) : (caregiverName ?? ''),
    language: languageName(language),
    name: attempt.enteredByName ?? say('sent_by_itself'),
  })

const Tries = ({ data }: { data: ReminderData }) => (
  <section class="after" aria-labelledby="tries">
    <h2 id="tries">{say('tries')}</h2>
    {data.reminder.attempts.length === 0 ? (
      <Empty fact={say('tries_none')} />
    ) : (
      <Events
        events={data.reminder.attempts.map((attempt) => ({
          s: attempt.outcome === 'delivered' ? ('done' as const) : ('due' as const),
          time: momentWords(attempt.happenedAt, data),
          at: attempt.happenedAt,
          what: say('try_line', {
            channel: code(attempt.channel),
            answer: code(attempt.reply ?? 'not_delivered'),
          }),
          detail: [
            whoTried(data, attempt),
            attempt.enteredAt.getTime() - attempt.happenedAt.getTime() > 60_000
              ? say('entered', { at: momentWords(attempt.enteredAt, data) })
              : '',
          ].join(' '),
        }))}
      />
    )}
  </section>
)

/** Everything at once while it is owed; afterwards one may still write down what happened. */
const Work = ({ data, view }: Props) => {
  const { standing, reminder } = data
  if (standing === 'owed' || view.problem !== undefined) return <Try data={data} view={view} />
  return (
    <>
      {standing === 'move_asked' && (
        <p>
          <ButtonLink kind="go" href={`/appointments/${reminder.appointmentId}/rebooking`}>
            {say('find_time')}
          </ButtonLink>
        </p>
      )}
      <details class="more">
        <summary>{say('do_log')}</summary>
        <Try data={data} view={view} />
      </details>
    </>
  )
}

/** By when it is owed, as clocks say it everywhere; afterwards, what came of it. */
const Standing = ({ data: { reminder, standing, clock, now, timeZone } }: { data: ReminderData }) =>
  standing === 'owed' ? (
    <Clock means={clock.headline} time={clock.detail} at={reminder.dueAt} late={clock.late} />
  ) : (
    <p>{reminderSaid(reminder, { now, timeZone })}</p>
  )

const ReminderPage = (data: ReminderData, view: View) => {
  const { reminder } = data
  const at = momentWords(reminder.startsAt, data)
  return (
    <Page shell={view.shell}>
      <PageHead
        title={say('title')}
        crumb={{ href: `/referrals/${data.referralId}#visits`, label: say('back') }}
      >
        <p>
          <bdi>{data.studentName}</bdi>. {say('about', { kind: word(`kind.${reminder.kind}`), at })}
        </p>
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <Standing data={data} />
      {data.mayWork && (
        <div class="after">
          <Work data={data} view={view} />
        </div>
      )}
      <Tries data={data} />
    </Page>
  )
}

/** The reminder of one visit, and the form that records a try. */
export const reminderScreen = screen({
  address: '/reminders/:reminderId',
  title: say('title'),
  look: reminderPage,
  page: ReminderPage,
})
