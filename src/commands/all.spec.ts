import { describe, expect, test } from 'vitest'
import { addableRoles } from '#access/roles.ts'
import { carryOut, commands } from './all.ts'
import { inOneLine } from './one-line.ts'

/** What a command line says: its lines, or the one line it ends with. */
async function typed(line: string, environment: NodeJS.ProcessEnv = {}) {
  const lines: string[] = []
  const say = (said: string) => void lines.push(said)
  const terminal = { say, progress: () => undefined, overwrites: false }
  const ended = await carryOut(line.split(' ').filter(Boolean), { terminal, environment }).then(
    () => undefined,
    (error: unknown) => inOneLine(error),
  )
  return { said: lines.join('\n'), ended }
}

describe('The command line', () => {
  test('lists every command, and each says how it is called', async () => {
    const { said } = await typed('--help')
    expect((await typed('')).said).toBe(said)
    for (const { name } of commands) {
      expect(said).toContain(`\n  ${name} `)
      expect(await typed(`${name} --help`)).toMatchObject({
        said: expect.stringContaining(`throughline ${name}`) as string,
        ended: undefined,
      })
    }
  })

  test('offers the roles that it gives, and no other', async () => {
    const { said } = await typed('user --help')
    expect(/^ROLE is one of (.*)\.$/m.exec(said)?.[1]?.split(', ')).toEqual(addableRoles)
    expect(said).not.toMatch(/caregiver|student,|system|public/)
  })

  test.each<[string, RegExp, NodeJS.ProcessEnv?]>([
    ['sirve', /^There is no command sirve\. See throughline --help$/],
    ['serve --wib', /^Unknown option '--wib'\. See throughline serve --help$/],
    ['seed --size huge', /^There is no size huge\. See throughline seed --help$/],
    ['seed boston', /^throughline seed has no use for "boston" here\. See throughline seed --help$/],
    ['migrate extra', /^throughline migrate has no use for "extra" here\./],
    ['serve now', /^throughline serve has no use for "now" here\./],
    ['verify audit twice', /^throughline verify has no use for "twice" here\./],
    ['import roster a.zip b.zip', /^throughline import has no use for "b\.zip" here\./],
    ['token revoke one two', /^throughline token has no use for "two" here\./],
    ['user add a@b.example twice', /^throughline user has no use for "twice" here\./],
    ['district', /^See throughline district --help$/],
    ['district add Mill --state Oregon', /^--state is the two capital letters/],
    ['district add Mill --state OR --time-zone Pacific', /^--time-zone is a zone like/],
    ['user add somebody --role teacher --name Ann', /^"somebody" is not an email address/],
    ['user add a@b.example --role caregiver --name Ann', /^--role is one of teacher/],
    ['verify books', /^Nothing called books can be verified$/],
    ['serve', /^PORT: /, { PORT: 'many' }],
    ['migrate', /^The database does not answer\./, { DATABASE_URL: 'postgres://nobody@localhost:1/none' }],
    ['user add a@b.example --role wizard', /^--role is one of teacher/],
    ['user add a@b.example --role teacher --name Ann --from soon', /^--from is a day/],
    ['user add a@b.example --role teacher --name Ann --from 2026-10-02 --until 2026-10-01', /^--until comes/],
    ['user add a@b.example --role teacher --name Ann --employer nobody', /^--employer is one of school/],
    [
      'user add a@b.example --role counselor --name Ann --employer partner',
      /^Say which agency employs them\./,
    ],
    ['user add a@b.example --role nurse --name Ann --employer contractor', /^A contract has a last day\./],
    ['user end', /^See throughline user --help$/],
    ['user dismiss a@b.example', /^See throughline user --help$/],
    ['token make a@b.example', /^throughline token knows create and revoke, not make$/],
    ['token create a@b.example --days many', /^--days is a whole number/],
    ['token create', /^Say whose/],
  ])('%s ends with one line that says what to do', async (line, said, environment) => {
    const { ended } = await typed(line, environment)
    expect(ended).toMatch(said)
    expect(ended?.split('\n')).toHaveLength(1)
  })
})
