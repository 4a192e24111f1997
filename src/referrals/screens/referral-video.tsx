import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Field, Form, kept } from '#design/contract.ts'
import { localGaps, videoReasons } from '../put-video-first-store.ts'
import type { ReferralData } from '../referral-page.ts'
import { videoFirstWords } from '../words-navigator.ts'

const say = videoFirstWords()
const options = (codes: readonly (typeof videoReasons)[number][] | readonly (typeof localGaps)[number][]) => [
  { value: '', label: say('choose') },
  ...codes.map((value) => ({ value, label: say(value) })),
]

/** Visits by video come first: why, and what is missing nearby; or the form that says so. */
export const VideoFirst = ({ data, view }: { data: ReferralData; view: View }) => {
  const { videoFirst } = data
  const field = kept(view)
  const [reason, gap] = [field('videoReason'), field('localGap')]
  const open = reason.error !== undefined || gap.error !== undefined
  return (
    <>
      {videoFirst !== null && (
        <p>
          <b>{say('stands')}</b>{' '}
          {say('because', { reason: say(videoFirst.reason), gap: say(videoFirst.gap) })}{' '}
          <small>{say('said', { name: videoFirst.byName, at: momentWords(videoFirst.at, data) })}</small>
        </p>
      )}
      {data.mayPutVideoFirst && (
        <details class="more" {...(open && { open: true })}>
          <summary>{say('title')}</summary>
          <Form to={`/referrals/${data.referral.id}/video-first`} shell={view.shell} layout="flow">
            <Field {...reason} type="select" width="mid" label={say('why')} options={options(videoReasons)} />
            <Field {...gap} type="select" width="mid" label={say('missing')} options={options(localGaps)} />
            <Button>{say('save')}</Button>
          </Form>
        </details>
      )}
    </>
  )
}
