import { Banner } from '#design/contract.ts'
import type { ReferralData } from '../referral-page.ts'
import { navigatorScreenWords } from '../screen-words-navigator.ts'

const say = navigatorScreenWords()

type Props = { data: ReferralData }

const Numbered = ({ id, number }: { id: string; number: number }) => (
  <a href={`/referrals/${id}`}>{say('number', { number })}</a>
)

/** Referrals for the same need: the one this repeats, and those that repeat this [R033]. */
const Repeats = ({ data: { names, referral } }: Props) => (
  <>
    {names.repeatOfNumber !== null && (
      <Banner kind="slow">
        {say('repeat', { number: names.repeatOfNumber })}{' '}
        <Numbered id={referral.repeatOfId as string} number={names.repeatOfNumber} />
      </Banner>
    )}
    {names.repeatedBy.length > 0 && (
      <Banner>
        {say('repeated')}{' '}
        {names.repeatedBy.map((one) => (
          <>
            <Numbered {...one} />{' '}
          </>
        ))}
      </Banner>
    )}
  </>
)

/** What the agency asks the school, and the referrals it asked for beside its own treatment [R035]. */
const Furthers = ({ data: { names, referral, full } }: Props) => (
  <>
    {names.furtherOfId !== null && names.furtherOfNumber !== null && (
      <Banner>
        {say('further_of')} <Numbered id={names.furtherOfId} number={names.furtherOfNumber} />
      </Banner>
    )}
    {names.furthers.length > 0 && (
      <Banner>
        {say('furthers')}{' '}
        {names.furthers.map((one) => (
          <>
            <Numbered {...one} />{' '}
          </>
        ))}
      </Banner>
    )}
    {names.asked && full !== null && (
      <p>
        <a href={`/referrals/${referral.id}/asked`}>
          {say('asked', { partner: names.partnerShortName ?? '' })}
        </a>
      </p>
    )}
  </>
)

/** Every other referral this one hangs together with. */
export const Linked = ({ data }: Props) => (
  <>
    <Repeats data={data} />
    <Furthers data={data} />
  </>
)
