import { endToken, issueToken } from '#access/issue-token.ts'
import { Db } from '#platform/database/database.ts'
import { isId } from '#platform/ids.ts'
import { openInstallation } from '../installation.ts'
import { type Call, type Command, Complaint } from './command.ts'
import { findAssignment, findDistrict } from './find.ts'

const tokenIdOf = (typed: string) => /^tl_([0-9a-f-]{36})_/.exec(typed)?.[1] ?? typed

async function carryOut(db: Db, { words, options, terminal }: Call, now: Date) {
  const [verb, subject] = words
  const { id: districtId } = await findDistrict(db, options['district'] as string | undefined)
  if (subject === undefined)
    throw new Complaint('Say whose: throughline token create EMAIL, or token revoke TOKEN')
  if (verb === 'create') {
    const days = Number(options['days'])
    if (!Number.isInteger(days) || days < 1 || days > 365)
      throw new Complaint('--days is a whole number from 1 to 365')
    const assignmentId = await findAssignment(db, {
      districtId,
      of: subject,
      role: options['role'] as string | undefined,
    })
    terminal.say(
      await issueToken(db, { districtId, assignmentId, label: String(options['label']), days, now }),
    )
    return
  }
  if (verb !== 'revoke') throw new Complaint(`throughline token knows create and revoke, not ${verb}`)
  const tokenId = tokenIdOf(subject)
  if (!isId(tokenId) || !(await endToken(db, { districtId, tokenId, now })))
    throw new Complaint('There is no such token in force')
  terminal.say('The token is revoked. The next request with it is refused.')
}

export const tokenCommand: Command = {
  name: 'token',
  summary: 'make or revoke a bearer token for a machine',
  usage: [
    'throughline token create EMAIL | ASSIGNMENT-ID [--role ROLE] [--label TEXT] [--days N] [--district NAME]',
    'throughline token revoke TOKEN | TOKEN-ID [--district NAME]',
    '',
    'A token acts in one assignment and in no other. It is printed once; only its hash is kept.',
  ].join('\n'),
  options: {
    role: { type: 'string' },
    label: { type: 'string', default: 'Command line' },
    days: { type: 'string', default: '90' },
    district: { type: 'string' },
  },
  async run(call) {
    const installation = await openInstallation(call.settings)
    const db = new Db({ ...installation.login('app'), max: 2 })
    try {
      await carryOut(db, call, installation.clock.now())
    } finally {
      await db.close()
      await installation.close()
    }
  },
}
