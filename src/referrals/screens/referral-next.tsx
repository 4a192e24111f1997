import { ButtonLink, Clock, Mark, Tag, type Way } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { Step } from '../next-step.ts'
import type { ReferralData } from '../referral-page.ts'
import { pauseWords } from '../pause-words.ts'
import { navigatorScreenWords } from '../screen-words-navigator.ts'
import { stepAt } from '../step-at.ts'
import { stepWords } from '../words.ts'

const say = navigatorScreenWords()
const paused = pauseWords()

/** Done where another agency is chosen, by whoever may. */
const choosing: readonly Step[] = ['choose_partner', 'settle_gate']

type Doing = Way & { label: string }

/** Where the one thing owed is done. A promise of the agency is a call to the agency. */
export function doingOf(
  step: Step,
  { id, phone, partner }: { id: string; phone: string | null; partner: string | null },
): Doing | undefined {
  const handoff = `/referrals/${id}/handoff`
  const places: Partial<Record<Step, Doing>> = {
    make_handoff: { href: handoff, label: say('do.handoff') },
    offer_school_support: { href: `${handoff}#consent`, label: say('do.handoff') },
    book_first_visit: { href: `${handoff}#visit`, label: say('do.visit') },
    rebook_visit: { href: `${handoff}#visit`, label: say('do.visit') },
    contact_family: { href: `/referrals/${id}/contacts`, label: say('do.contact') },
    find_out_why: { href: `/referrals/${id}/contacts`, label: say('do.contact') },
    choose_partner: { href: `/referrals/${id}/redirection`, label: say('do.redirect') },
    settle_gate: { href: `/referrals/${id}/redirection`, label: say('do.redirect') },
    confirm_feedback: { href: `/referrals/${id}/closing`, label: say('do.closing') },
    close_loop: { href: `/referrals/${id}/closing`, label: say('do.closing') },
  }
  const call =
    phone === null ? undefined : { calls: phone, label: say('do.partner', { partner: partner ?? '' }) }
  return places[step] ?? call
}

/** Whoever owes the next step, by name. */
export const ownerOf = ({ referral, names }: ReferralData): string =>
  referral.nextOwner === 'partner'
    ? (names.partnerShortName ?? '')
    : referral.nextOwner === 'lead'
      ? say('lead')
      : names.navigatorName

/** Whether its clocks stand, and the way to all of them for those who read it whole. */
const Clocks = ({ data: { pausedThrough, today, full, referral } }: { data: ReferralData }) => (
  <>
    {pausedThrough !== undefined && (
      <p>
        <Tag>{paused('tag', { day: dayWords(pausedThrough, today) })}</Tag>
      </p>
    )}
    {full !== null && (
      <p>
        <a href={`/referrals/${referral.id}/clocks`}>{say('clocks')}</a>
      </p>
    )}
  </>
)

/** The one thing owed now, who owes it and by when, with the one filled button of the page. */
export function NextThing({ data }: { data: ReferralData }) {
  const { referral, names, clock, late } = data
  if (referral.nextStep === null || referral.nextDueAt === null || clock === null) {
    return (
      <section class="next flow" aria-labelledby="nx">
        <h2 id="nx">{say('nothing')}</h2>
      </section>
    )
  }
  const owner = ownerOf(data)
  const doing = doingOf(referral.nextStep, {
    id: referral.id,
    phone: names.partnerPhone,
    partner: names.partnerShortName,
  })
  return (
    <section class="next flow" aria-labelledby="nx">
      <h2 id="nx">
        <Mark s={late ? 'now late' : 'now'} />
        {say('next', {
          step: stepWords()(stepAt(referral.nextStep, { dueAt: referral.nextDueAt, now: data.now })),
        })}
      </h2>
      <p class="hint">{say('owes', { name: owner })}</p>
      <Clock means={clock.headline} time={clock.detail} at={referral.nextDueAt} late={late} />
      <Clocks data={data} />
      {doing !== undefined && data.mayWork && (!choosing.includes(referral.nextStep) || data.mayRedirect) && (
        <p class="row">
          <ButtonLink kind="go" {...doing}>
            {doing.label}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}
