import { describe, expect, test } from 'vitest'
import { action, attendance, attended, discipline, incident, tookPart } from '#tests/support/edfi-files.ts'
import { readEdfi } from './read-edfi.ts'
import { readRecords } from './xml-records.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readEdfi(bytes(text))
const partsIn = (text: string) => {
  const found = read(text)
  return 'amiss' in found ? [] : found
}
const amissIn = (text: string) => {
  const found = read(text)
  return 'amiss' in found ? found.amiss.map(({ line, why }) => `${line} ${why}`) : []
}
const codesIn = (text: string) =>
  partsIn(text).flatMap(({ lines }) =>
    lines.map(({ student, code, startsOn }) => `${student} ${startsOn} ${code}`),
  )
const suspended = { on: '2026-10-12', discipline: 'Out of School Suspension', days: '1' }

describe('An Ed-Fi interchange of attendance', () => {
  test('is read as days missed, whole or in part, as a file of columns would name them [R368]', () => {
    const text = attendance(
      attended('604822', '2026-10-12', { category: 'Excused Absence' }),
      attended('604823', '2026-10-12', { duration: '0.5' }),
      attended('604824', '2026-10-12', { category: 'Tardy' }),
      attended('604825', '2026-10-12', { category: 'In Attendance' }),
    )
    expect(codesIn(text)).toEqual([
      '604822 2026-10-12 whole_day',
      '604823 2026-10-12 part_of_day',
      '604824 2026-10-12 part_of_day',
      '604825 2026-10-12 present',
    ])
    expect(partsIn(text)[0]?.lines[0]).toMatchObject({
      sourceId: '604822 2026-10-12',
      line: expect.any(Number),
    })
  })

  test('says most once, where a day has several events; the event may stand in no element of its own', () => {
    const late = attended('604822', '2026-10-12', { category: 'Partial' })
    const away = attended('604822', '2026-10-12').replaceAll(/<\/?AttendanceEvent>/g, '')
    expect(codesIn(attendance(late, away))).toEqual(['604822 2026-10-12 whole_day'])
  })

  test('with anything amiss is not taken at all, and the line of it is named', () => {
    const known = attended('604822', '2026-10-12')
    expect(amissIn(attendance(known, attended('604823', '2026-10-12', { category: 'Field trip' })))).toEqual([
      '7 code_unknown',
    ])
    expect(amissIn(attendance(attended('', '2026-10-12'), attended('604823', '10/12/2026')))).toEqual([
      '3 student_missing',
      '7 day_wrong',
    ])
  })
})

describe('An Ed-Fi interchange of discipline', () => {
  test('is read as incidents of who did it, and as exclusions of who was kept out; words and names stay there', () => {
    const text = discipline(
      incident('10', '2026-10-12'),
      tookPart('10', '605403'),
      tookPart('10', '605404', 'Victim'),
      tookPart('10', '605405', 'Witness'),
      action('A1', '605403', suspended),
      action('A2', '605406', { on: '2026-10-13', discipline: 'Expulsion with Services', days: '5' }),
      action('A3', '605407', { on: '2026-10-13', discipline: 'Community Service', days: '2' }),
    )
    expect(codesIn(text)).toEqual([
      '605403 2026-10-12 School_Violation',
      '605403 2026-10-12 out_of_school_suspension',
      '605406 2026-10-13 expulsion',
    ])
    const exclusions = partsIn(text)[1]?.lines.map(({ sourceId, endsOn }) => [sourceId, endsOn])
    expect(exclusions).toEqual([
      ['255901044 A1 605403', '2026-10-12'],
      ['255901044 A2 605406', null],
    ])
    expect(JSON.stringify(read(text))).not.toMatch(/Moran|Hit Sam/)
  })

  test('counts two behaviors of one incident once, and refuses who took part in one that is not in the file', () => {
    const twice = discipline(incident('10', '2026-10-12'), tookPart('10', '605403'), tookPart('10', '605403'))
    expect(codesIn(twice)).toHaveLength(1)
    expect(amissIn(discipline(incident('10', '2026-10-12'), tookPart('11', '605403')))).toEqual([
      '7 incident_missing',
    ])
    expect(amissIn(discipline(action('', '605403', suspended)))).toEqual(['3 id_missing'])
    const both = discipline(action('A1', '605403', suspended), action('A1', '605403', suspended))
    expect(amissIn(both)).toEqual(['7 id_twice'])
  })

  test('names what it holds and is not read, and is refused where nothing of it is', () => {
    const other =
      '<StudentDisciplineIncidentNonOffenderAssociation></StudentDisciplineIncidentNonOffenderAssociation>'
    expect(partsIn(discipline(other, action('A1', '605403', suspended)))[0]?.ignored).toEqual([
      'StudentDisciplineIncidentNonOffenderAssociation',
    ])
    expect(amissIn(discipline(other))).toEqual(['1 not_edfi'])
    expect(amissIn(discipline().replaceAll('StudentDiscipline', 'Student'))).toEqual(['1 not_edfi'])
    expect(
      amissIn('<InterchangeStudentDiscipline><DisciplineAction/></InterchangeStudentDiscipline>'),
    ).toEqual(['1 not_edfi'])
  })
})

describe('XML', () => {
  const event = attended('604822', '2026-10-12')
  const withType = (type: string, text: string) =>
    attendance(text).replace('<InterchangeStudent', `${type}\n<InterchangeStudent`)

  test('that names a document type is refused: no entity grows, and none is fetched', () => {
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('')
    const billion = withType(`<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`, event.replace('604822', '&l9;'))
    const began = performance.now()
    expect(amissIn(billion)).toEqual(['2 names_entities'])
    expect(performance.now() - began).toBeLessThan(1000)
    const outside = withType(
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
      event.replace('604822', '&e;'),
    )
    expect(amissIn(outside)).toEqual(['2 names_entities'])
    expect(amissIn(withType('<!DOCTYPE x SYSTEM "http://example.org/x.dtd">', event))).toEqual([
      '2 names_entities',
    ])
    expect(amissIn(attendance(event.replace('604822', '&e;')))).toEqual(['6 not_xml'])
    expect(codesIn(attendance(event.replace('604822', '60&#52;8&amp;'))), 'those of XML itself').toEqual([
      '6048& 2026-10-12 whole_day',
    ])
  })

  test('that is broken or in another encoding is refused', () => {
    expect(amissIn(attendance(event).slice(0, -20))).toEqual(['7 not_xml'])
    expect(amissIn('<a><b></a></b>')).toEqual(['1 not_xml'])
    expect('amiss' in readEdfi(new Uint8Array([0x3c, 0xff, 0xfe]))).toBe(true)
  })

  test('is bounded: in how deep it goes, how long its words are, and how many records it has', () => {
    const deep = `${'<a>'.repeat(20)}${'</a>'.repeat(20)}`
    expect(amissIn(attendance(deep))).toEqual(['3 too_deep'])
    expect(amissIn(attendance(`<a>${'x'.repeat(2001)}</a>`))).toEqual(['3 too_deep'])
    expect(amissIn(attendance(`<a>${'<b/>'.repeat(401)}</a>`))).toEqual(['3 too_deep'])
    expect(readRecords(bytes('<r><a/><a/><a/></r>'), 2)).toEqual({ line: 1, why: 'too_long' })
    expect(readRecords(bytes('<r><a/><a/></r>'), 2)).toMatchObject({ root: 'r', records: [{}, {}] })
  })
})
