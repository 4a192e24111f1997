import { isIP } from 'node:net'
import { z } from 'zod'

/** An IP address, or a network as in 10.1.0.0/16. */
function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/')
  const version = isIP(address)
  if (version === 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

const flag = z.enum(['on', 'off']).transform((value) => value === 'on')

const noPort = 'must be a number from 0 to 65535'
const port = z.coerce.number(noPort).int(noPort).min(0, noPort).max(65_535, noPort)

/** Every setting of a process, read once. The README's table is this list. */
const Settings = z.object({
  PORT: port.default(3000).describe('Port to serve on'),
  HOST: z.string().default('0.0.0.0').describe('Address to listen on'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(?:ql)?$/, error: 'must be an address that begins with postgres://' })
    .optional()
    .describe('PostgreSQL to use, as a role that may create roles; absent: embedded'),
  THROUGHLINE_DATA: z.string().default('./.data').describe('Embedded database, audit roots, secret, keys'),
  THROUGHLINE_CLOCK: z
    .string()
    .optional()
    .describe('For tests: an instant, or a file that holds one; refused with DATABASE_URL'),
  THROUGHLINE_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('Secret of the installation; absent: made once and kept in the data directory'),
  THROUGHLINE_KEY_FILE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'File with the key that everything sealed depends on; absent: made once in the data directory, as keys',
    ),
  THROUGHLINE_KEY_COMMAND: z
    .string()
    .min(1)
    .optional()
    .describe('Command that prints that key in place of the file: the client of a vault'),
  THROUGHLINE_KEY_KEEP_COMMAND: z
    .string()
    .min(1)
    .optional()
    .describe('Command that reads the keys and puts them there when they are turned'),
  THROUGHLINE_URL: z
    .url('must be the whole address, as in https://throughline.example.org')
    .optional()
    .describe('Public address of the site; https turns on secure cookies'),
  THROUGHLINE_PROXIES: z
    .string()
    .default('')
    .transform((listed) => listed.split(',').map((one) => one.trim()))
    .transform((listed) => listed.filter((one) => one !== ''))
    .refine((listed) => listed.every(isNetwork), 'must be addresses or networks, as in 10.0.0.1, 10.1.0.0/16')
    .describe(
      'Addresses of your proxies, with commas between: only these are believed where a request came from',
    ),
  THROUGHLINE_DEMO: flag
    .optional()
    .describe(
      'Demo sign-in; on by default only with the embedded demo district, and never with DATABASE_URL',
    ),
  THROUGHLINE_CARELESS: flag
    .optional()
    .describe('For tests: on serves from a database that could lose what was saved, and at any time of day'),
  THROUGHLINE_SCANNER: z
    .string()
    .min(1)
    .optional()
    .describe(
      'clamd on this machine, as a path or a port: looks through files people send; absent: nobody does',
    ),
  THROUGHLINE_BREACHED_PASSWORDS: z
    .string()
    .min(1)
    .optional()
    .describe('File of breached passwords by SHA-1, in order; absent: those that are common are refused'),
  TEXT_GATEWAY_URL: z
    .url()
    .optional()
    .describe('Text gateway that speaks as Twilio does; absent: texts are written to the data directory'),
  TEXT_GATEWAY_ACCOUNT: z.string().min(1).optional().describe('Account there'),
  TEXT_GATEWAY_TOKEN: z.string().min(1).optional().describe('Its secret, which also signs what it tells us'),
  TEXT_FROM: z.string().min(1).optional().describe('Number or sender of texts'),
  TEXT_COUNTRY: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .default('1')
    .describe('Country of numbers that name none'),
  SMTP_URL: z.string().optional().describe('Mail server; absent: mail is written to the data directory'),
  MAIL_FROM: z.string().default('Throughline <no-reply@localhost>').describe('Sender of mail'),
})

export type Settings = z.output<typeof Settings>

/** Names, meanings and defaults, for the README and for --help. */
export const settingsTable = Object.entries(Settings.shape).map(([name, schema]) => ({
  name,
  meaning: schema.description ?? '',
  default: schema instanceof z.ZodDefault ? String(schema.def.defaultValue) : '',
}))

/**
 * Reads the settings from the environment. @throws one line that names the setting and what is wrong with it
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const parsed = Settings.safeParse(environment)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(`${issue?.path.join('.')}: ${issue?.message}`)
}
