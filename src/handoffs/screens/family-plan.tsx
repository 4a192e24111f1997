import { screen, type View } from '#access/screen.ts'
import { askWords } from '#consent/contract.ts'
import { FamilyPage, Line, MarkedList, Phone, type Step } from '#design/contract.ts'
import { familyPlan, type FamilyPlanData } from '../family-plan.ts'
import { familyDate, familyShortDay, officeHours } from '#district/contract.ts'
import { planLanguages } from '../handoff.ts'
import { planWords } from '../plan-words.ts'
import { type Plan, Visit } from './family-plan-visit.tsx'

const names = { en: 'English', es: 'Español' }

const visitMarks = { none: 'next', ahead: 'now', past: 'due', held: 'done' } as const

/** Five steps in the family's words: what happened, what is next, what comes after. */
function stepsOf({ data, say, at }: Plan): Step[] {
  const { handoff, visit, shared, navigator, followUpBy } = data
  const yes = shared.find(({ scope }) => scope === 'referral_disclosure')
  const day = (moment: Date | null) => (moment === null ? [] : [familyShortDay(moment, at)])
  const done = (moment: Date | null | undefined) => (moment == null ? ('next' as const) : ('done' as const))
  const word = (s: string) => say(s === 'done' ? 'word_done' : s === 'now' ? 'word_next' : 'word_to_come')
  const steps: Step[] = [
    {
      s: done(handoff.conversationAt),
      name: say('step.talked'),
      notes: [
        ...day(handoff.conversationAt),
        say('with', { name: navigator.name.split(' ')[0] ?? navigator.name }),
      ],
    },
    {
      s: done(yes?.since),
      name: say(yes?.yes === false ? 'step.answered' : 'step.said_yes'),
      notes: day(yes?.since ?? null),
    },
    { s: done(visit?.bookedAt), name: say('step.booked'), notes: day(visit?.bookedAt ?? null) },
    {
      s: visitMarks[data.stands],
      name: say('step.visit'),
      notes: day(visit?.startsAt ?? null),
      ...(data.stands === 'past' && { word: say('word_asked') }),
    },
    {
      s: 'due',
      name: say('step.follow_up'),
      notes: followUpBy === null ? [] : [say('by_day', { day: familyShortDay(followUpBy, at) })],
    },
  ]
  return steps.map((step) => ({ word: word(step.s), ...step, nowWord: say('next') }))
}

const Bring = ({ data, say }: Plan) => (
  <section aria-labelledby="b">
    <h2 id="b">{say('bring')}</h2>
    <ul>
      <li>{say('bring.card', { student: data.student })}</li>
      <li>{say('bring.medicines', { student: data.student })}</li>
      {data.handoff.bringNote !== null && <li>{data.handoff.bringNote}</li>}
    </ul>
    <p>{say('no_papers')}</p>
  </section>
)

const OwnPhone = ({ phone }: { phone: string | null }) =>
  phone === null ? null : (
    <p class="phone">
      <Phone number={phone} />
    </p>
  )

const Help = ({ data, say, at }: Plan) => {
  const hours = officeHours(data.calendar, at.language)
  const { name, phone } = data.navigator
  return (
    <section aria-labelledby="s">
      <h2 id="s">{say('in_the_way')}</h2>
      <p>{say(phone === null ? 'call_school' : 'call_us', { name })}</p>
      <OwnPhone phone={phone} />
      {hours !== undefined && <p class="hint">{say('hours', hours)}</p>}
    </section>
  )
}

/** Whom to call at once: the numbers of the district, never a constant. */
const Worry = ({ data, say }: Plan) => (
  <section class="worry box" aria-labelledby="n">
    <h2 id="n">{say('worried')}</h2>
    <dl>
      {data.help.map(({ name, number, note }) => (
        <div>
          <dt>
            <Phone number={number} />
          </dt>
          <dd>{note[data.lang] === '' ? name : note[data.lang]}</dd>
        </div>
      ))}
    </dl>
  </section>
)

const Shared = ({ data, say, at }: Plan) => {
  const speak = askWords(at.language)
  const named = { partner: data.partner?.shortName ?? '', student: data.student }
  if (data.shared.length === 0) return null
  const items = data.shared.map(({ scope, yes }) => ({
    s: yes ? ('done' as const) : ('end' as const),
    text: speak(`shared.${scope as 'referral_disclosure'}.${yes ? 'yes' : 'no'}`, named),
  }))
  return (
    <section aria-labelledby="sh">
      <h2 id="sh">{say('shared')}</h2>
      <MarkedList items={[...items, { s: 'end', text: speak('shared.private', named) }]} />
      <p>{say('change_mind', { name: data.navigator.name })}</p>
    </section>
  )
}

/** A plan of a referral that has ended: it says so, and whom to ask; no visit, no ride, nothing to bring. */
const Over = ({ data, say, at, day }: Plan & { day: Date }) => (
  <>
    <p class="lead">{say('ended', { day: familyDate(day, at) })}</p>
    <p>{say('change_mind', { name: data.navigator.name })}</p>
    <OwnPhone phone={data.navigator.phone} />
    <Worry data={data} say={say} at={at} />
  </>
)

/** What the sheet says first. Once the day of the visit is over, nothing of it is still to come. */
function leadOf({ data: { visit, stands }, say, at }: Plan): string {
  if (visit === null) return say('lead_no_visit')
  if (stands === 'ahead') return say('lead')
  return say(stands === 'held' ? 'lead_visit_held' : 'lead_visit_past', {
    day: familyDate(visit.startsAt, at),
  })
}

/** What is ahead, and what to do when something gets in the way. */
const Ahead = (plan: Plan) => (
  <>
    <p class="lead">{leadOf(plan)}</p>
    {plan.data.stands === 'ahead' && <Visit {...plan} />}
    <section class="path" aria-labelledby="pa">
      <h2 id="pa">{plan.say('where_we_are')}</h2>
      <Line steps={stepsOf(plan)} across lang={plan.data.lang} />
    </section>
    <div class="duo auto">
      {(plan.data.stands === 'ahead' || plan.data.stands === 'none') && <Bring {...plan} />}
      <Help {...plan} />
    </div>
    <Worry {...plan} />
    <Shared {...plan} />
  </>
)

function FamilyPlanPage(data: FamilyPlanData, view: View) {
  const plan: Plan = {
    data,
    say: planWords(data.lang),
    at: { timeZone: data.calendar.timeZone, language: data.lang },
  }
  const { say, at } = plan
  const { actor: _reader, ...shell } = view.shell
  return (
    <FamilyPage
      shell={{ ...shell, lang: data.lang, dir: 'ltr' }}
      from={data.districtName}
      languages={planLanguages.map((lang) => ({
        lang,
        name: names[lang],
        href: `/referrals/${data.referralId}/family-plan?lang=${lang}`,
      }))}
    >
      <p class="hint">{say('made', { day: familyDate(data.now, at) })}</p>
      <h1>{say('title', { student: data.student })}</h1>
      {data.endedAt === null ? <Ahead {...plan} /> : <Over {...plan} day={data.endedAt} />}
    </FamilyPage>
  )
}

/** One sheet of paper in the family's language. */
export const familyPlanScreen = screen({
  address: '/referrals/:referralId/family-plan',
  title: 'Family plan',
  look: familyPlan,
  page: FamilyPlanPage,
})
