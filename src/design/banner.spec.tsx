import { renderToString as html } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Banner } from './banner.tsx'
import { Empty } from './empty.tsx'
import { Progress } from './progress.tsx'

test('only what went wrong interrupts', () => {
  expect(html(<Banner kind="bad">{'<Not> saved'}</Banner>)).toBe(
    '<div class="banner bad" role="alert">&lt;Not> saved</div>',
  )
  expect(html(<Banner>News</Banner>)).toBe('<div class="banner">News</div>')
  expect(html(<Banner kind="slow">Ends soon</Banner>)).not.toContain('role')
})

test('long work is a progress bar with a name, a share and the words about it', () => {
  const bar = html(
    <Progress id="p" label="Importing <it>" done={2} total={3} says="2 of 3. You can leave." />,
  )
  expect(bar).toContain('<label for="p">Importing &lt;it></label>')
  expect(bar).toContain('<progress id="p" value="2" max="3" aria-describedby="p-says">66%</progress>')
  expect(html(<Progress id="p" label="x" done={0} total={0} says="y" />)).toContain('max="1"')
})

test('an empty page says what is true, what comes next, and keeps one thing to do', () => {
  const both = html(
    <Empty fact="Nothing is owed." note="14 <kept>." next={{ name: 'Next: tomorrow', note: 'Call Luis' }}>
      <p>do</p>
    </Empty>,
  )
  expect(both).toContain('<li data-s="done"><b>Nothing is owed.')
  expect(both).toContain('14 &lt;kept>.')
  expect(both).toContain('<li data-s="next"><b>Next: tomorrow')
  expect(both).toContain('<p>do</p>')
  expect(html(<Empty fact="No student here." note="Check." />)).toContain(
    '<p><b>No student here.</b> Check.</p>',
  )
})
