import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { detectMediaType } from './media-type.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

test.each([
  ['a picture', png, 'image/png'],
  ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'), 'application/pdf'],
  ['a plain text', Buffer.from('Vingt membres, dont six conseillers départementaux'), 'text/plain'],
  ['a text of an old Windows', Buffer.from([0x44, 0xe9, 0x70, 0x65, 0x6e, 0x73, 0x65, 0x20, 0x80]), 'text/plain;charset=windows-1252'],
  ['a UTF-16 text', Buffer.from('\uFEFFnom\tville', 'utf16le'), 'text/plain;charset=utf-16le'],
  ['a CSV', Buffer.from('nom;ville\n"Martin; Paul";Miami\nRossi;Gênes\n'), 'text/csv'],
  ['a JSON', Buffer.from('{"total": 13910894}'), 'application/json'],
  ['a text that begins like JSON', Buffer.from('[à relire] Note de cadrage'), 'text/plain'],
  ['a calendar', Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'), 'text/calendar'],
  ['an XML', Buffer.from('<?xml version="1.0"?><iati-activities/>'), 'application/xml'],
  ['a page', Buffer.from('\n <!-- hello --><!DOCTYPE html><html><script>alert(1)</script></html>'), 'text/html'],
  ['a page without a head', Buffer.from('<script>alert(1)</script>'), 'text/html'],
  ['a page in XML', Buffer.from('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'), 'text/html'],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/svg+xml'],
  [
    'a drawing behind a prolog',
    Buffer.from(
      '\uFEFF<?xml version="1.0"?><!-- x --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>',
    ),
    'image/svg+xml',
  ],
  ['a drawing behind entities', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'), 'image/svg+xml'],
  ['bytes without a meaning', Buffer.from([0, 1, 2, 3, 250, 251]), 'application/octet-stream'],
])('%s is recognised by its content', async (_, bytes, type) => {
  expect(await detectMediaType(bytes)).toBe(type)
})

test('a workbook is recognised inside its archive', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('Délégation')

  const bytes = Buffer.from(await workbook.xlsx.writeBuffer())

  expect(await detectMediaType(bytes)).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
})
