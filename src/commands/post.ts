import { join } from 'node:path'
import { type Mail, mailFrom } from '#platform/mail.ts'
import type { Settings } from '#platform/settings.ts'
import type { Gateway } from '#platform/text-gateway.ts'
import { type Texts, textsFrom } from '#platform/texts.ts'

/** The address that letters lead to. */
export const baseUrlOf = ({ THROUGHLINE_URL, PORT }: Settings): string =>
  THROUGHLINE_URL ?? `http://localhost:${PORT}`

/** The way letters leave an installation: its mail server, or a folder in its data directory. */
export const mailOf = (settings: Settings, dataDir: string, log: (line: string) => void): Mail =>
  mailFrom({ smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM, folder: join(dataDir, 'mail'), log })

/** The text gateway of the settings. @throws where a part of it is missing */
function gatewayOf(settings: Settings): Gateway | undefined {
  const {
    TEXT_GATEWAY_URL: url,
    TEXT_GATEWAY_ACCOUNT: account,
    TEXT_GATEWAY_TOKEN: token,
    TEXT_FROM: from,
  } = settings
  if (url === undefined) return undefined
  if (account === undefined || token === undefined || from === undefined)
    throw new Error('TEXT_GATEWAY_URL needs TEXT_GATEWAY_ACCOUNT, TEXT_GATEWAY_TOKEN and TEXT_FROM beside it')
  return { url, account, token, from }
}

/** The way texts leave an installation: its gateway, or a folder in its data directory. */
export const textsOf = (
  settings: Settings,
  { dataDir, secret }: { dataDir: string; secret: string },
): Texts =>
  textsFrom({
    gateway: gatewayOf(settings),
    folder: join(dataDir, 'texts'),
    secret,
    country: settings.TEXT_COUNTRY,
  })
