import { ButtonLink, Clock, Mark, type Way } from '#design/contract.ts'
import { type Step, stepAt, stepWords } from '#referrals/contract.ts'
import { clockWords, lateness } from '#standards/contract.ts'
import type { SeenStudent } from '../look-student.ts'
import { careWords } from './care-words.ts'
import { placeOfCare } from './six-at-school.tsx'
import { studentWords } from './student-words.ts'

const say = studentWords()
const sayCare = careWords()

type Active = NonNullable<SeenStudent['active']>

type Owing = Pick<Active, 'id' | 'partnerPhone' | 'partnerShortName'> & { late: boolean }

/**
 * Where the one thing owed next is done, and what the button says. A partner whose time has passed gets a
 * call.
 */
export function doing(
  step: Step,
  { id, partnerPhone, partnerShortName, late }: Owing,
): Way & { label: string } {
  const handoff = `/referrals/${id}/handoff#next-step`
  if (step === 'make_handoff') return { href: handoff, label: say('do_handoff') }
  if (step === 'offer_school_support') return { href: handoff, label: say('do_support') }
  if (step === 'book_first_visit') return { href: handoff, label: say('do_book') }
  if (step === 'rebook_visit') return { href: `/referrals/${id}/handoff#visit`, label: say('do_rebook') }
  if (step === 'contact_family' || step === 'find_out_why')
    return { href: `/referrals/${id}/contacts`, label: say('do_contact') }
  if (step === 'choose_partner' || step === 'settle_gate')
    return { href: `/referrals/${id}`, label: say('do_choose') }
  if (step === 'confirm_feedback') return { href: `/referrals/${id}/closing`, label: say('do_feedback') }
  if (step === 'close_loop') return { href: `/referrals/${id}/closing`, label: say('do_close') }
  if (!late || partnerPhone === null) return { href: `/referrals/${id}`, label: say('do_open') }
  return { calls: partnerPhone, label: say('do_call_partner', { agency: partnerShortName ?? '' }) }
}

export const ownerName = (
  active: Pick<Active, 'nextOwner' | 'partnerShortName' | 'navigatorName'>,
): string => {
  if (active.nextOwner === 'partner') return active.partnerShortName ?? ''
  return active.nextOwner === 'lead' ? say('lead') : active.navigatorName
}

/** What school owes next for a student it holds: the review of support, or an answer in a crisis. */
function NextAtSchool({ seen, care }: { seen: SeenStudent; care: NonNullable<SeenStudent['care']> }) {
  const { calendar, now } = seen
  const waits = care.of === 'crisis' && care.holderName === null
  const dueAt = waits ? care.owedAt : care.lookAt
  const { headline, detail } = clockWords(calendar, { dueAt, now })
  const late = lateness(calendar, dueAt, now).kind === 'late'
  const place = placeOfCare(seen)
  const step = care.of === 'support' ? 'next_support' : waits ? 'next_crisis_answer' : 'next_crisis_check'
  return (
    <section class="next flow" aria-labelledby="nx">
      <h2 id="nx">
        <Mark s={late ? 'now late' : 'now'} />
        {sayCare(step)}
      </h2>
      <p class="hint">{say('owes', { name: care.ownerName ?? say('head') })}</p>
      <Clock means={headline} time={detail} at={dueAt} late={late} />
      {place !== undefined && (
        <p class="row">
          <ButtonLink kind="go" href={place.href}>
            {place.label}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

/** The one thing owed next, with the one filled button of the page. */
export function NextStep({ seen }: { seen: SeenStudent }) {
  const { active, care, calendar, now } = seen
  if (care !== undefined) return <NextAtSchool seen={seen} care={care} />
  if (active === undefined || active.nextStep === null || active.nextDueAt === null) {
    return (
      <section class="next flow" aria-labelledby="nx">
        <h2 id="nx">{say('nothing_owed')}</h2>
        <p class="hint">{say('nothing_owed_note')}</p>
      </section>
    )
  }
  const { headline, detail } = clockWords(calendar, { dueAt: active.nextDueAt, now })
  const late = active.nextLateAt !== null && active.nextLateAt <= now
  const { label, ...way } = doing(active.nextStep, { ...active, late })
  return (
    <section class="next flow" aria-labelledby="nx">
      <h2 id="nx">
        <Mark s={late ? 'now late' : 'now'} />
        {say('next', { step: stepWords()(stepAt(active.nextStep, { dueAt: active.nextDueAt, now })) })}
      </h2>
      <p class="hint">{say('owes', { name: ownerName(active) })}</p>
      <Clock means={headline} time={detail} at={active.nextDueAt} late={late} />
      {seen.here && (
        <p class="row">
          <ButtonLink kind="go" {...way}>
            {label}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}
