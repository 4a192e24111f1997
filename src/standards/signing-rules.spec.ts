import { describe, expect, test } from 'vitest'
import { obstaclesToSigned } from './signing-rules.ts'

const approval = { approvedBy: 'Board of Education', approvedOn: '2026-10-12', document: 'Minutes, item 4' }
const facts = {
  isOutdated: false,
  isPublished: false,
  agencies: 0,
  unsigned: 0,
  approval,
  today: '2026-10-13',
}

describe('A proposed version', () => {
  test('with agencies waits for each of them, and asks for no approval beside', () => {
    const three = { ...facts, agencies: 3, approval: {} }
    expect(obstaclesToSigned({ ...three, unsigned: 1 })).toEqual(['signatures_missing'])
    expect(obstaclesToSigned(three)).toEqual([])
  })

  test('without any agency needs who approved it, on which day, and the document', () => {
    expect(obstaclesToSigned({ ...facts, approval: {} })).toEqual([
      'approver_missing',
      'approval_day_missing',
      'document_missing',
    ])
    expect(obstaclesToSigned({ ...facts, approval: { ...approval, approvedOn: '2026-10-14' } })).toEqual([
      'approval_ahead',
    ])
    expect(obstaclesToSigned(facts)).toEqual([])
  })

  test('that is outdated or in force says so beside what is missing', () => {
    const both = { ...facts, isOutdated: true, isPublished: true, approval: { ...approval, document: '' } }
    expect(obstaclesToSigned(both)).toEqual(['outdated', 'published_already', 'document_missing'])
  })
})
