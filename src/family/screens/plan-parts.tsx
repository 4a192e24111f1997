import type { View } from '#access/screen.ts'
import { Button, Choices, Form, Phone } from '#design/contract.ts'
import type { SeenPlan } from '../look-plan.ts'
import { isRemote, videoVisit } from '#referrals/contract.ts'
import { planPageWords } from '../plan-words.ts'
import { visitDay, visitTime } from './family-days.ts'

type Plan = SeenPlan['plans'][number]
type Props = { data: SeenPlan; plan: Plan; view: View }
type Visit = NonNullable<Plan['visit']>

const Where = ({ visit, plan, view }: { visit: Visit; plan: Plan; view: View }) => {
  const say = planPageWords(view.language)
  const how: Partial<Record<string, 'at_home' | 'at_school'>> = { home: 'at_home', on_campus: 'at_school' }
  const key = isRemote(visit.modality) ? 'by_video' : how[visit.modality]
  const video = videoVisit(visit)
  return (
    <p class="where">
      <b>
        <bdi>{plan.partnerName ?? ''}</bdi>
      </b>
      <br />
      {key !== undefined && <>{say(key)} </>}
      {video === undefined ? (
        <bdi>{visit.place}</bdi>
      ) : (
        <>
          <a href={video.url}>{say('open_video')}</a> (<bdi>{video.host}</bdi>)
        </>
      )}
    </p>
  )
}

const Answer = ({ visit, plan, view }: { visit: Visit; plan: Plan; view: View }) => {
  const { language, shell } = view
  const say = planPageWords(language)
  const { name } = plan.navigator
  return (
    <>
      {visit.stands === 'confirmed' && <p>{say('confirmed')}</p>}
      {visit.stands === 'move_asked' && <p>{say('change_asked', { name })}</p>}
      <Form
        to={`/family/visits?lang=${language}`}
        shell={shell}
        hidden={{ referralId: plan.referralId, appointmentId: visit.id, language }}
        layout="row"
      >
        {visit.stands !== 'confirmed' && (
          <Button {...(visit.stands === 'open' && { kind: 'go' as const })} name="answer" value="confirmed">
            {say(visit.stands === 'move_asked' ? 'fits_after_all' : 'confirm')}
          </Button>
        )}
        {visit.stands !== 'move_asked' && (
          <Button name="answer" value="asks_to_reschedule">
            {say('change')}
          </Button>
        )}
      </Form>
    </>
  )
}

/** When and where the next visit is, and what can be said of it. */
export const NextVisit = ({ data, plan, view }: Props) => {
  const { language } = view
  const say = planPageWords(language)
  const { visit } = plan
  if (!plan.knowsVisits) return <p>{say('call_for_visit', { name: plan.navigator.name })}</p>
  if (visit === null) return <p>{say('soon')}</p>
  const at = { timeZone: data.timeZone, language }
  return (
    <section class="visit flow">
      <h2>{say('visit')}</h2>
      <p class="when-big">
        <b>{visitDay(visit.startsAt, at)}</b> <span>{visitTime(visit.startsAt, at)}</span>
      </p>
      <Where visit={visit} plan={plan} view={view} />
      <p>
        {say('minutes', { minutes: visit.minutes })}{' '}
        {visit.withWhom !== null && say('meet', { name: visit.withWhom })}
      </p>
      <div class="screen flow">
        <Answer visit={visit} plan={plan} view={view} />
        {visit.mayKeep && (
          <p>
            <a href={`/family/visits/${visit.id}.ics?lang=${language}`} download>
              {say('keep')}
            </a>
            <span class="hint">{say('keep_hint')}</span>
          </p>
        )}
      </div>
    </section>
  )
}

/** What a barrier is called for a family; one the district added has the district's own words. */
function barrierName({ data, view }: Pick<Props, 'data' | 'view'>, code: string): string {
  const say = planPageWords(view.language)
  const key = `barrier.${code}`
  if (say.has(key)) return say(key as 'barrier.other')
  const own = data.barrierChoices.find((each) => each.code === code)?.label
  return (view.language === 'es' ? own?.es : undefined) ?? own?.en ?? say('barrier.other')
}

/** What a family can say is in the way, and is not known yet. */
const Hard = ({ data, plan, view }: Props) => {
  const { language, shell } = view
  const say = planPageWords(language)
  const open = data.barrierChoices.filter(({ code }) => !plan.barriers.includes(code))
  if (open.length === 0) return null
  return (
    <details class="more screen">
      <summary>{say('hard_lead')}</summary>
      <Form
        to={`/family/barriers?lang=${language}`}
        shell={shell}
        hidden={{ referralId: plan.referralId, language }}
        layout="flow"
      >
        <Choices
          name="barriers"
          many
          chosen={[]}
          legend={<span class="vh">{say('hard')}</span>}
          options={open.map(({ code }) => ({ value: code, label: barrierName({ data, view }, code) }))}
        />
        <Button kind="go">{say('hard_send', { name: plan.navigator.name })}</Button>
      </Form>
    </details>
  )
}

/** What makes it hard, in the words of a family. */
export const InTheWay = (props: Props) => {
  const { plan, view } = props
  const say = planPageWords(view.language)
  return (
    <section class="flow">
      <h2>{say('hard')}</h2>
      {plan.barriers.length > 0 && (
        <>
          <p>{say('hard_known')}</p>
          <ul>
            {plan.barriers.map((code) => (
              <li>{barrierName(props, code)}</li>
            ))}
          </ul>
        </>
      )}
      <Hard {...props} />
    </section>
  )
}

/** Whom the family calls: who walks with them, else the school. */
export const WhoToCall = ({ data, view }: { data: SeenPlan; view: View }) => {
  const say = planPageWords(view.language)
  const called = [...new Map(data.plans.map(({ navigator }) => [navigator.name, navigator])).values()]
  const { school } = data
  return (
    <section class="box flow" aria-labelledby="call">
      <h2 id="call">{say('call')}</h2>
      {called.map(({ name, phone }) => (
        <>
          <p>{say('call_who', { name })}</p>
          {phone !== null && (
            <p class="phone">
              <Phone number={phone} label={say('call_name', { name, phone })} />
            </p>
          )}
        </>
      ))}
      {school?.phone != null && (
        <p class="phone">
          <Phone
            number={school.phone}
            label={say('call_school', { school: school.name, phone: school.phone })}
          />
        </p>
      )}
    </section>
  )
}
