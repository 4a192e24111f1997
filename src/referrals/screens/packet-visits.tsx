import { Act, Choices, Field, Form, kept, MarkedList, State, Table } from '#design/contract.ts'
import { dayOf, timeOf } from '#district/contract.ts'
import { dayWords } from '#standards/contract.ts'
import type { SeenPacket } from '../look-packet.ts'
import { scopeOfResult } from '../rules.ts'
import type { Visit } from '../visit.ts'
import { resultWords, visitWords } from '../words.ts'
import { inboxWords } from './inbox-words.ts'
import {
  closedBecause,
  type FormProps,
  modalityOptions,
  Sheet,
  typedIn,
  visitOptions,
} from './packet-forms.tsx'

const say = inboxWords()
const sayVisit = visitWords()
const sayResult = resultWords()

export const whenOf = ({ calendar, now }: SeenPacket, at: Date) =>
  `${dayWords(dayOf(calendar, at), dayOf(calendar, now))}, ${timeOf(calendar, at)}`

const results = ['attended', 'no_show', 'cancelled_by_family', 'cancelled_by_provider'] as const
/** Before a visit has begun it can only be cancelled; whether somebody came is known afterwards. */
const possible = (visit: Visit, now: Date) => (visit.startsAt <= now ? results : results.slice(2))

const ResultForm = ({ visit, seen, view }: FormProps & { visit: Visit }) => (
  <Form to={`/inbox/${seen.referral.id}/visits/${visit.id}/result`} shell={view.shell} layout="flow">
    <Field
      id={`result-${visit.id}`}
      name="result"
      type="select"
      width="mid"
      label={say('visit_result')}
      options={possible(visit, seen.now).map((result) => ({ value: result, label: sayResult(result) }))}
    />
    <Act id={`save-${visit.id}`} shell={view.shell} reasons={closedBecause(seen, scopeOfResult(visit))}>
      {say('save_result')}
    </Act>
  </Form>
)

const Result = ({ visit, ...props }: FormProps & { visit: Visit }) =>
  visit.result === null ? (
    <ResultForm visit={visit} {...props} />
  ) : (
    <State s={visit.result === 'attended' ? 'done' : visit.result === 'no_show' ? 'late' : 'end'}>
      {sayResult(visit.result)}
    </State>
  )

/** Every visit and what came of it. A missed one stays missed when another is booked. */
export function Visits(props: FormProps) {
  const { seen } = props
  if (seen.visits.length === 0) return null
  return (
    <Table
      caption={say('visits')}
      rows={seen.visits}
      columns={[
        { head: say('kind'), cell: (visit) => sayVisit(visit.kind) },
        { head: say('day'), cell: (visit) => whenOf(seen, visit.startsAt) },
        { head: say('place'), cell: (visit) => visit.place },
        { head: say('visit_result'), cell: (visit) => <Result visit={visit} {...props} /> },
      ]}
    />
  )
}

const movable = (seen: SeenPacket) =>
  seen.visits.filter(
    (visit) => visit.result === null || visit.result === 'no_show' || visit.result.startsWith('cancelled'),
  )

function Kind({ props, form }: { props: FormProps; form: string }) {
  const field = kept(typedIn(props.view, form), {
    kind: 'assessment',
    modality: props.seen.referral.modality,
    minutes: '60',
  })
  const { value: kind, ...kindField } = field('kind')
  const { value: modality, ...modalityField } = field('modality')
  return (
    <>
      <Choices
        {...kindField}
        legend={say('kind')}
        options={visitOptions}
        {...(kind !== undefined && { chosen: kind })}
        inline
      />
      <Choices
        {...modalityField}
        legend={say('modality')}
        options={modalityOptions}
        {...(modality !== undefined && { chosen: modality })}
        inline
      />
      <Field {...field('place')} id={`${form}-place`} label={say('place')} maxlength={120} />
      <Field
        {...field('withWhom')}
        id={`${form}-withWhom`}
        label={say('with_whom')}
        maxlength={80}
        optional
      />
      <Field
        {...field('minutes')}
        id={`${form}-minutes`}
        type="number"
        width="short"
        inputmode="numeric"
        label={say('minutes_long')}
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
      scope="status_feedback"
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
      scope="status_feedback"
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
