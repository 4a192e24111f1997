import { join } from 'node:path'
import { type Mail, mailFrom } from '#platform/mail.ts'
import type { Settings } from '#platform/settings.ts'

/** The address that letters lead to. */
export const baseUrlOf = ({ THROUGHLINE_URL, PORT }: Settings): string =>
  THROUGHLINE_URL ?? `http://localhost:${PORT}`

/** The way letters leave an installation: its mail server, or a folder in its data directory. */
export const mailOf = (settings: Settings, dataDir: string, log: (line: string) => void): Mail =>
  mailFrom({ smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM, folder: join(dataDir, 'mail'), log })
