import { renderToString as html } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type AnswerProps, SixAnswers } from './answer.tsx'

const answered = (question: string): AnswerProps => ({
  question,
  answer: 'Tomas <Lindqvist>',
  source: 'Oct 7',
})
const gap: AnswerProps = {
  question: 'Progress?',
  missing: 'Not agreed yet',
  owner: 'Daniel Reyes',
  due: 'Fri Oct 16',
  left: '3 school days left',
  fix: { href: '/agree', label: 'Agree measures' },
}

const six = html(
  <SixAnswers
    id="six"
    heading="Six answers"
    answers={[
      answered('Who?'),
      answered('How?'),
      answered('What?'),
      answered('When?'),
      answered('Risk?'),
      gap,
    ]}
  />,
)

test('six answers stand under one heading, each with its source', () => {
  expect(six).toContain(
    '<section aria-labelledby="six"><h2 id="six" class="vh">Six answers</h2><dl class="six auto">',
  )
  expect(six.match(/<dt>/g)).toHaveLength(6)
  expect(six).toContain(
    '<div data-s="done"><dt><i class="mk" data-s="done"></i>Who?</dt>' +
      '<dd><p class="answer">Tomas &lt;Lindqvist></p>Oct 7</dd></div>',
  )
})

test('a missing answer is a gap with an owner, a date and a way to close it', () => {
  expect(six).toContain('<div class="missing" data-s="due">')
  expect(six).toContain(
    '<b class="late">Gap.</b> Daniel Reyes owes this by <b>Fri Oct 16</b>, 3 school days left. ' +
      '<a href="/agree">Agree measures</a>',
  )
})

test('five answers do not compile', () => {
  const a = answered('Who?')
  // @ts-expect-error there are six
  const five = () => <SixAnswers id="six" heading="Five" answers={[a, a, a, a, a]} />
  expect(five).not.toThrow()
})
