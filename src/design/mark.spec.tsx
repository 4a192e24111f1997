import { renderToString as html } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Late } from './late.tsx'
import { Mark, markStates, stateWord } from './mark.tsx'
import { MarkedList } from './marked-list.tsx'
import { State } from './state.tsx'
import { Tag } from './tag.tsx'

describe('Marks and the words beside them', () => {
  test('every state has its own word in every language', () => {
    for (const lang of ['en', 'es', 'ar']) {
      expect(new Set(markStates.map((s) => stateWord(s, lang))).size).toBe(markStates.length)
    }
    expect(stateWord('done late', 'es-MX')).toBe('hecho tarde')
  })

  test('a mark carries its state for the sheet, and nothing else', () => {
    expect(html(<Mark s="now late" />)).toBe('<i class="mk" data-s="now late"></i>')
  })

  test('a state is a mark and its word, and is read aloud only where it changes', () => {
    const accepted = '<span class="state"><i class="mk" data-s="done"></i><span>A &amp; B</span></span>'
    expect(html(<State s="done">{'A & B'}</State>)).toBe(accepted)
    const saved = html(
      <State s="done" live>
        Saved
      </State>,
    )
    expect(saved).toContain('role="status"')
  })

  test('a tag is a fact, and lateness is a sentence in plum', () => {
    expect(html(<Tag kind="high">{'<b>'}</Tag>)).toBe('<span class="tag high">&lt;b></span>')
    expect(html(<Tag>Tier 3</Tag>)).toBe('<span class="tag">Tier 3</span>')
    expect(html(<Late>{'1 <day> late'}</Late>)).toBe('<span class="late">1 &lt;day> late</span>')
  })

  test('a marked list is a list for whoever listens, and its words are escaped', () => {
    const list = html(<MarkedList id="told" as="columns" items={[{ s: 'end', text: '<i>No</i>' }]} />)
    expect(list).toContain('<ul class="reasons auto" role="list" id="told">')
    expect(list).toContain('<i class="mk" data-s="end"></i><span>&lt;i>No&lt;/i></span>')
  })
})
