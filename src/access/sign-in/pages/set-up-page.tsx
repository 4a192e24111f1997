import { Button, ButtonLink, Form } from '#design/contract.ts'
import type { View } from '../page.ts'
import type { Offer, Picture } from '../set-up-second-step.ts'
import { doorWords } from '../words.ts'
import { CodeField } from './code-page.tsx'
import { Sheet } from './sheet.tsx'

/** The light border a camera needs. */
const border = 4

/** The picture, in the colours a camera reads on every screen: dark on white, light or dark page. */
function QrCode({ matrix, label }: { matrix: Picture; label: string }) {
  const size = matrix.length + border * 2
  const path = matrix
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + border} ${y + border}h1v1h-1z` : '')))
    .join('')
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width="240" height="240">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}

/** Groups of four are easier to type. */
const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret

/** The app is told the secret, and proves with a first code that it has it. */
export function SetUpPage({ view, offer }: { view: View; offer: Offer }) {
  const { shell, language, to } = view
  const say = doorWords(language)
  return (
    <Sheet view={view}>
      <h1>{say('set_up')}</h1>
      <p class="lead">{say('set_up_why')}</p>
      <ol class="flow">
        <li>{say('set_up_get')}</li>
        <li class="flow">
          <p>{say('set_up_scan')}</p>
          <QrCode matrix={offer.picture} label={say('set_up_picture')} />
          <p>
            <a href={offer.address}>{say('set_up_open')}</a>
          </p>
          <p>
            {say('set_up_type')} <code>{grouped(offer.secret)}</code>
          </p>
        </li>
        <li>{say('set_up_enter')}</li>
      </ol>
      <Form to="/set-up/second-step" shell={shell} layout="flow" hidden={{ to }}>
        <CodeField view={view} />
        <p>
          <Button kind="go">{say('continue')}</Button>
        </p>
      </Form>
    </Sheet>
  )
}

/** Ten codes, shown once. */
export function RecoveryCodesPage({ view, codes }: { view: View; codes: readonly string[] }) {
  const say = doorWords(view.language)
  return (
    <Sheet view={view}>
      <h1>{say('set_up_done')}</h1>
      <p class="lead">{say('set_up_done_note')}</p>
      <ol class="flow">
        {codes.map((code) => (
          <li class="lead">
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>
        <ButtonLink href={view.to} kind="go">
          {say('kept_codes')}
        </ButtonLink>
      </p>
    </Sheet>
  )
}
