import { endToken, issueToken } from '#access/issue-token.ts'
import { Db } from '#platform/database/database.ts'
import { isId } from '#platform/ids.ts'
import { openInstallation } from '../installation.ts'
import { type Call, type Command, Complaint } from './command.ts'
import { findAssignment, findDistrict } from './find.ts'

const tokenIdOf = (typed: string) => /^tl_([0-9a-f-]{36})_/.exec(typed)?.[1] ?? typed

type Asked = { verb: 'create'; of: string; days: number } | { verb: 'revoke'; token: string }

/** What was typed, before anything is opened for it. @throws Complaint */
function askedIn({ words: [verb, subject], options }: Call): Asked {
  if (verb !== undefined && verb !== 'create' && verb !== 'revoke')
    throw new Complaint(`throughline token knows create and revoke, not ${verb}`)
  if (verb === undefined || subject === undefined)
    throw new Complaint('Say whose: throughline token create EMAIL, or token revoke TOKEN')
  if (verb === 'revoke') return { verb, token: subject }
  const days = Number(options['days'])
  if (!Number.isInteger(days) || days < 1 || days > 365)
    throw new Complaint('--days is a whole number from 1 to 365')
  return { verb, of: subject, days }
}

/** @returns what to say */
async function carryOut(
  db: Db,
  { asked, options, now }: Pick<Call, 'options'> & { asked: Asked; now: Date },
) {
  const { id: districtId } = await findDistrict(db, options['district'] as string | undefined)
  if (asked.verb === 'create') {
    const role = options['role'] as string | undefined
    const assignmentId = await findAssignment(db, { districtId, of: asked.of, role })
    const label = String(options['label'])
    return issueToken(db, { districtId, assignmentId, label, days: asked.days, now })
  }
  const tokenId = tokenIdOf(asked.token)
  if (!isId(tokenId) || !(await endToken(db, { districtId, tokenId, now })))
    throw new Complaint('There is no such token in force')
  return 'The token is revoked. The next request with it is refused.'
}

export const tokenCommand: Command = {
  usage: [
    'throughline token create EMAIL | ASSIGNMENT-ID [--role ROLE] [--label TEXT] [--days N] [--district NAME]',
    'throughline token revoke TOKEN | TOKEN-ID [--district NAME]',
    '',
    'A token acts in one assignment and in no other. It is printed once; only its hash is kept.',
  ].join('\n'),
  takes: 2,
  options: {
    role: { type: 'string' },
    label: { type: 'string', default: 'Command line' },
    days: { type: 'string', default: '90' },
    district: { type: 'string' },
  },
  async run(call) {
    const asked = askedIn(call)
    await using open = new AsyncDisposableStack()
    const installation = open.adopt(await openInstallation(call.settings), (one) => one.close())
    const db = open.adopt(new Db({ ...installation.login('app'), max: 2 }, installation.keys), (pool) =>
      pool.close(),
    )
    const now = installation.clock.now()
    call.terminal.say(await carryOut(db, { asked, options: call.options, now }))
  },
}
