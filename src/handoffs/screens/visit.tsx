import { inPart } from '#design/contract.ts'
import { ReminderLine } from '#referrals/contract.ts'
import type { Appointment } from '../appointment.ts'
import { at, goIf, Next, type PartProps, readingOf, say, word } from './part.tsx'
import { VisitForm } from './visit-form.tsx'

type Data = PartProps['data']

const Booked = ({ data, visit }: { data: Data; visit: Appointment }) => (
  <>
    <p>
      <b>
        {say('visit_done', {
          kind: say(`kind.${visit.kind}`),
          at: at(data, visit.startsAt),
          place: visit.place,
        })}
      </b>{' '}
      {say('visit_by', { name: visit.bookedByName })}{' '}
      {visit.lateReason !== null && (
        <span class="late">
          {say('visit_late', {
            reason:
              data.lists.barriers.find(({ code }) => code === visit.lateReason)?.label ?? visit.lateReason,
          })}
        </span>
      )}{' '}
      {data.mayWork && visit.result === null && (
        <a href={`/appointments/${visit.id}/rebooking`}>{say('visit_move')}</a>
      )}
    </p>
    {data.visits.reminders
      .filter(({ appointmentId }) => appointmentId === visit.id)
      .map((reminder) => (
        <p>
          <ReminderLine reminder={reminder} reading={readingOf(data)} mayWork={data.mayWork} />
        </p>
      ))}
  </>
)

/** Visits that were not held and that nothing stands in for yet. */
const missedOf = ({ visits: { appointments } }: Data): Appointment[] =>
  appointments.filter(
    ({ id, result }) =>
      result !== null &&
      result !== 'attended' &&
      result !== 'rescheduled' &&
      !appointments.some(({ replacesId }) => replacesId === id),
  )

/** A missed visit stays on record; the new time is booked from it, so that the two are linked [R083]. */
const Missed = ({ data, visit }: { data: Data; visit: Appointment }) => (
  <p>
    <b>{say('visit_missed', { kind: say(`kind.${visit.kind}`), at: at(data, visit.startsAt) })}</b>{' '}
    {data.mayWork && <a href={`/appointments/${visit.id}/rebooking`}>{say('visit_again')}</a>}
  </p>
)

/** Times the agency offered: each fills the form. */
const Offers = ({ data }: { data: Data }) => {
  const { offers } = data.visits
  if (offers.length === 0) return null
  return (
    <section aria-labelledby="offers">
      <h3 id="offers">{say('offers', { partner: data.sending.partner?.shortName ?? '' })}</h3>
      <ul>
        {offers.map((offer) => (
          <li>
            <a href={`/referrals/${data.referral.id}/handoff?offer=${offer.id}#visit`}>
              {say('offer_line', {
                at: at(data, offer.startsAt),
                minutes: offer.minutes,
                whom: offer.withWhom ?? word(`modality.${offer.modality}`),
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Part 5: the first visit is booked in the same conversation. */
export function Visit({ data, view }: PartProps) {
  const { referral, visits, sending } = data
  if (visits.first !== null) return <Booked data={data} visit={visits.first} />
  if (referral.sentAt === null) return <p>{say('before_send')}</p>
  const missed = missedOf(data)
  if (missed.length > 0) return missed.map((visit) => <Missed data={data} visit={visit} />)
  if (!data.mayWork) return null
  const offer = visits.offers.find(({ id }) => id === view.query['offer'])
  return (
    <Next data={data} doing="visit">
      <p class="quiet">
        {data.schedulerName === null
          ? say('visit_no_scheduler')
          : say('visit_scheduler', { name: data.schedulerName })}
      </p>
      <Offers data={data} />
      <VisitForm
        view={inPart(view, 'visit')}
        to={`/referrals/${referral.id}/appointments`}
        part="visit"
        save={say('visit_save')}
        reading={readingOf(data)}
        sameWeekDueAt={visits.sameWeekDueAt}
        classTimes={visits.classTimes}
        barriers={data.lists.barriers}
        held={{ place: sending.partner?.address ?? '', modality: referral.modality as 'in_person' }}
        offer={offer}
        {...('kind' in goIf(data, 'visit') && { go: true })}
      />
    </Next>
  )
}
