import { ButtonLink, Clock, Mark } from '#design/contract.ts'
import { type Step, stepWords } from '#referrals/contract.ts'
import { clockWords } from '#standards/contract.ts'
import type { SeenStudent } from '../look-student.ts'
import { studentWords } from './student-words.ts'

const say = studentWords()

type Active = NonNullable<SeenStudent['active']>

type Owing = Pick<Active, 'id' | 'partnerPhone' | 'partnerShortName'> & { late: boolean }

/**
 * Where the one thing owed next is done, and what the button says. A partner whose time has passed gets a
 * call.
 */
export function doing(
  step: Step,
  { id, partnerPhone, partnerShortName, late }: Owing,
): { href: string; label: string } {
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
  if (!late) return { href: `/referrals/${id}`, label: say('do_open') }
  return {
    href: `tel:${(partnerPhone ?? '').replace(/[^\d+]/g, '')}`,
    label: say('do_call_partner', { agency: partnerShortName ?? '' }),
  }
}

export const ownerName = (
  active: Pick<Active, 'nextOwner' | 'partnerShortName' | 'navigatorName'>,
): string => {
  if (active.nextOwner === 'partner') return active.partnerShortName ?? ''
  return active.nextOwner === 'lead' ? say('lead') : active.navigatorName
}

/** The one thing owed next, with the one filled button of the page. */
export function NextStep({ seen: { active, calendar, now } }: { seen: SeenStudent }) {
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
  const act = doing(active.nextStep, { ...active, late })
  return (
    <section class="next flow" aria-labelledby="nx">
      <h2 id="nx">
        <Mark s={late ? 'now late' : 'now'} />
        {say('next', { step: stepWords()(active.nextStep) })}
      </h2>
      <p class="hint">{say('owes', { name: ownerName(active) })}</p>
      <Clock means={headline} time={detail} at={active.nextDueAt} late={late} />
      <p class="row">
        <ButtonLink kind="go" href={act.href}>
          {act.label}
        </ButtonLink>
      </p>
    </section>
  )
}
