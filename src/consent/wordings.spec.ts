import { expect, test } from 'vitest'
import { languages } from '#platform/words.ts'
import { scopes } from './consent.ts'
import { markOf, textOf, wordingOf, wordings, wordingVersion } from './wordings.ts'

/** What each version said when families were first asked in it. A new sentence is a new line here. */
const marks: Record<string, string> = {
  'questions 1': '748129196b59b248fffb326e92ef5d20de3b24cd15ed86a19119fc2de16ba791',
  'questions 2': '7febcf4855bdcab735133b36d73ecce5e17b6d28429681e5e410f848e5f580a6',
  'questions 4': 'b46df52bc7fc2a3b6f099c0e607a67f640373e9004d1f86481b20eede506a03b',
  'questions 3': '14bfe994677aaa3edabda43cddae4d89c88807f610b29a5e64e0a5559d028c96',
}

test('every version of the questions says to this day what it said when families were asked in it', () => {
  expect(Object.fromEntries(wordings.map((wording) => [wording.version, markOf(wording)]))).toEqual(marks)
})

test('a version that said one thing less has another mark', () => {
  const now = wordingOf(wordingVersion)
  if (now === undefined) throw new Error('The version of today is not kept')
  expect(markOf({ ...now, statements: now.statements.slice(1) })).not.toBe(markOf(now))
})

test('the words of a version can be shown again, in every language families are asked in with it', () => {
  const names = { partner: 'Cedar Street', student: 'Sofia', lead: 'Maya' }
  for (const wording of wordings)
    for (const lang of wording.languages) {
      const text = textOf(wording, lang, names)
      expect(text.questions.map(({ scope }) => scope)).toEqual([...wording.scopes])
      expect(text.statements).toHaveLength(wording.statements.length)
      expect(JSON.stringify(text)).toContain('Cedar Street')
      expect(JSON.stringify(text)).not.toMatch(/[{]partner[}]|[{]student[}]/)
    }
  expect(textOf(wordings[1] as never, 'es', names).statements[0]).toContain('Puede retirar')
  expect(wordingOf(wordingVersion)?.languages).toEqual([...languages])
  expect(wordingOf(wordingVersion)?.scopes).toEqual([...scopes])
})
