import { dayOf } from '#district/contract.ts'
import { dayWords } from '#standards/contract.ts'
import { ClassTimesNote, excuses, excuseWords } from '#classroom/contract.ts'
import { Choices, Field, kept, MarkedList } from '#design/contract.ts'
import type { SeenPacket } from '../look-packet.ts'
import { tells } from '../telling.ts'
import { visitKinds, visitModalities } from '../visit.ts'
import { visitWords } from '../words.ts'
import { inboxWords } from './inbox-words.ts'
import { asChoices, type FormProps, Sheet, typedIn } from './packet-sheet.tsx'
import { whenOf } from './packet-visits.tsx'

const say = inboxWords()
const sayVisit = visitWords()
const sayExcuse = excuseWords()

const kinds = visitKinds.map((code) => ({ value: code, label: sayVisit(code) }))
const ways = visitModalities.map((code) => ({ value: code, label: sayVisit(code) }))

/** What sort of visit, how long and where: the same for a booking and for an offer. */
function Kind({ props, form }: { props: FormProps; form: string }) {
  const modality = props.seen.packet.content?.service_sought?.modality
  const { place } = props.seen.choices
  const field = kept(typedIn(props.view, form), { kind: 'assessment', modality, place, minutes: '60' })
  const own = (name: string) => ({ ...field(name), id: `${form}-${name}` })
  return (
    <>
      <Choices {...asChoices(field('kind'))} legend={say('kind')} options={kinds} inline />
      <Choices {...asChoices(field('modality'))} legend={say('modality')} options={ways} inline />
      <Field {...own('place')} label={say('place')} maxlength={120} />
      {form === 'book' && (
        <Choices
          name="privateSpace"
          many
          chosen={[]}
          legend={<span class="vh">{say('private_space')}</span>}
          options={[{ value: 'yes', label: say('private_space') }]}
        />
      )}
      <Field {...own('withWhom')} label={say('with_whom')} maxlength={80} optional />
      <Field
        {...own('minutes')}
        type="number"
        width="short"
        inputmode="numeric"
        label={say('minutes_long')}
      />
    </>
  )
}

const movable = (seen: SeenPacket) =>
  seen.visits.filter(
    (visit) => visit.result === null || visit.result === 'no_show' || visit.result.startsWith('cancelled'),
  )

/** The last day of the week a first visit is asked for, as a date. */
const dayOfWeek = ({ calendar, sameWeekBy, now }: SeenPacket) =>
  sameWeekBy === null ? '' : dayWords(dayOf(calendar, sameWeekBy), dayOf(calendar, now))

/** Why a first visit is later than the same week: asked in words of the list, never in free text [R016]. */
function LateReason({ seen, view }: FormProps) {
  const field = kept(typedIn(view, 'book'))
  const reasons = seen.choices.barriers.map(({ code, says }) => ({ value: code, label: says }))
  return (
    <Field
      {...field('lateReason')}
      type="select"
      label={say('late_reason')}
      hint={say('late_reason_hint', { day: dayOfWeek(seen) })}
      optional
      options={[{ value: '', label: say('late_reason_none') }, ...reasons]}
    />
  )
}

/** When the student has to be in class, as was agreed with this agency, and why a visit lies there [R168]. */
function InClass({ seen, view }: FormProps) {
  if (seen.classTimes.length === 0) return null
  const field = kept(typedIn(view, 'book'))
  const reasons = excuses.map((code) => ({ value: code, label: sayExcuse(code) }))
  return (
    <>
      <ClassTimesNote times={seen.classTimes} />
      <Field
        {...field('classReason')}
        type="select"
        label={say('class_reason')}
        hint={say('class_reason_hint')}
        optional
        options={[{ value: '', label: say('class_reason_none') }, ...reasons]}
      />
    </>
  )
}

export function BookForm(props: FormProps) {
  const { seen, view } = props
  const field = kept(typedIn(view, 'book'), { replacesId: movable(seen).at(-1)?.id })
  const choices = movable(seen).map((visit) => ({
    value: visit.id,
    label: `${sayVisit(visit.kind)} ${whenOf(seen, visit.startsAt)}`,
  }))
  const go = seen.referral.state === 'accepted'
  return (
    <Sheet
      name="book"
      to="visits"
      tells={tells.visit}
      seen={seen}
      view={view}
      heading={say('book')}
      send={say('send_book')}
      go={go}
    >
      {choices.length > 0 && (
        <Field
          {...field('replacesId')}
          type="select"
          label={say('which')}
          optional
          options={[{ value: '', label: say('which_none') }, ...choices]}
        />
      )}
      <Field {...field('onDay')} type="date" width="short" label={say('day')} />
      <Field {...field('atTime')} type="time" width="short" label={say('time')} />
      <Kind props={props} form="book" />
      <InClass {...props} />
      <LateReason {...props} />
    </Sheet>
  )
}

const places = ['first', 'second', 'third'] as const

export function OfferForm(props: FormProps) {
  const { seen, view } = props
  const field = kept(typedIn(view, 'offer'))
  return (
    <Sheet
      name="offer"
      to="times"
      tells={tells.times}
      seen={seen}
      view={view}
      heading={say('offer')}
      hint={say('offer_hint')}
      send={say('send_offer')}
    >
      {places.map((place) => (
        <fieldset>
          <legend>{say(`choice_${place}`)}</legend>
          <Field
            {...field(`${place}.onDay`)}
            type="date"
            width="short"
            label={say('day')}
            optional={place !== 'first'}
          />
          <Field
            {...field(`${place}.atTime`)}
            type="time"
            width="short"
            label={say('time')}
            optional={place !== 'first'}
          />
        </fieldset>
      ))}
      <Kind props={props} form="offer" />
    </Sheet>
  )
}

/** Times that were offered, and whether the family took one. */
export function Offers({ seen }: { seen: SeenPacket }) {
  if (seen.offers.length === 0) return null
  return (
    <section class="flow" aria-labelledby="offers">
      <h3 id="offers">{say('offered')}</h3>
      <MarkedList
        items={seen.offers.map((offer) => ({
          s: offer.appointmentId === null ? 'next' : 'done',
          text: say(offer.appointmentId === null ? 'offered_open' : 'offered_taken', {
            when: whenOf(seen, offer.startsAt),
          }),
        }))}
      />
    </section>
  )
}
