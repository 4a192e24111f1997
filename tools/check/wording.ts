import { filesLike, read } from '../source.ts'
import { type Ban, product } from './ban.ts'
import { dangers } from './dangers.ts'
import { secrets } from './secrets.ts'
import { weak } from './weak.ts'

const code = /\.(ts|tsx|js)$/
const specs = /\.(?:spec|journey)\.tsx?$/

const ofThisMachine = 'the repository stands alone: it names no place outside itself'

const bans: readonly Ban[] = [
  ...dangers,
  ...secrets,
  ...weak,
  {
    name: 'a path of one machine',
    pattern: /(?:^|[\s'"`(])\/(?:wor[k]|home|root|Users)\//,
    because: ofThisMachine,
  },
  { name: 'a note about how this was made', pattern: /\b(?:issue|ticket) #\d/i, because: ofThisMachine },
  {
    name: 'something put off',
    pattern: /\b(?:TOD[O]|FIXM[E]|XX[X])\b/,
    because: 'finish it, or write down why it is so',
  },
  {
    name: 'a silenced type checker',
    pattern: /@ts-(?:ignor[e]|nochec[k])/,
    because: 'say what it is, or take it as unknown',
    in: code,
  },
  {
    name: 'a spec that is set aside',
    pattern: /\b(?:test|it|describe)\.(?:onl[y]|ski[p]|tod[o])\b/,
    because: 'a spec runs, or it goes',
    in: specs,
  },
  {
    name: 'a spec that cannot fail',
    pattern: /expect\(tru[e]\)/,
    because: 'expect the fact itself',
    in: specs,
  },
  {
    name: 'the system clock',
    pattern: /\bnew Date\(\)|\bDate\.now\(\)|\bTemporal\.Now\b/,
    because: 'ask the clock that was handed in, so that a test can move it',
    in: product,
    except: {
      'src/platform/clock.ts': 'this is the clock',
      'src/platform/ids.ts': 'ids made outside an act carry the time of the machine',
      'src/design/scripts/offline/device.ts': 'without a network the device has no other clock',
      'src/design/scripts/offline/pressing.ts': 'without a network the device has no other clock',
    },
  },
  {
    name: 'SQL outside a store',
    pattern: /^import (?!type ).*from '(?:kysely|#platform\/database\/query\.ts)'/,
    because: 'statements stand in store.ts, or in a file of the module whose name ends in -store.ts',
    in: /^src\/(?!platform\/)(?!.*(?:^|[/-])store\.tsx?$)(?!.*\.spec\.tsx?$)/,
    except: {
      'src/access/sign-in/accounts.ts':
        'hands the sign-in library the connection it writes its own statements on',
    },
  },
  {
    name: 'a dash as a sentence mark',
    pattern: /[\u2014]/,
    because: 'use a comma, a colon, or two sentences',
    in: /^(?!.*\.spec\.tsx?$).*\.(ts|tsx|md|sql|css)$/,
  },
  {
    name: 'a word that blames',
    pattern: /non-?complian[t]|\bfailed to (?:attend|come|show)/i,
    because: 'say what happened, not whose fault it was',
    in: product,
  },
]

/** Names of folders and files that say nothing about what is inside. */
const junkDrawer = /(?:^|\/)(?:util[s]?|helper[s]?|common|misc|shared)(?:\/|\.\w+$)/

const text = /\.(ts|tsx|js|json|md|sql|css|svg|tsv|yml)$|^\.ci\/|^bin\//

const allowed = (ban: Ban, file: string) => (ban.in ?? text).test(file) && ban.except?.[file] === undefined

/** What one file holds that it should not, one line each. */
export function wordingOf(file: string, content: string, against: readonly Ban[] = bans): string[] {
  const lines = content.split('\n')
  return against
    .filter((ban) => allowed(ban, file))
    .flatMap((ban) =>
      lines.flatMap((line, index) =>
        ban.pattern.test(line) ? [`${file}:${index + 1} ${ban.name}: ${ban.because}`] : [],
      ),
    )
}

export const junkDrawersAmong = (files: readonly string[]): string[] =>
  files
    .filter((file) => junkDrawer.test(file))
    .map((file) => `${file} is a drawer for anything: name it after what it holds`)

/** Reads the whole repository for words and names that do not belong in it. */
export function checkWording(): string[] {
  const files = [...filesLike('**/*'), ...filesLike('.ci/*')].filter((file) => file !== 'package-lock.json')
  const idle = bans.flatMap(({ name, except = {} }) =>
    Object.keys(except)
      .filter((file) => !files.includes(file))
      .map((file) => `${file} needs no exception for ${name}`),
  )
  const found = files.filter((file) => text.test(file)).flatMap((file) => wordingOf(file, read(file)))
  return [...junkDrawersAmong(files), ...found, ...idle]
}
