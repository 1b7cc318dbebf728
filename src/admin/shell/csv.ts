import Papa from 'papaparse'

/** Opens clean in WPS and Excel: UTF-8 with its mark, CRLF, and no cell that a table program would run as a formula. */
export const csvText = (header: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  `\ufeff${Papa.unparse({ fields: [...header], data: rows.map((row) => [...row]) }, { escapeFormulae: true, newline: '\r\n' })}`

/** A name every file system takes. */
export const cleanFileName = (name: string) =>
  `${
    name
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\ufeff]/g, '')
      .replace(/[\\/:*?"<>|]/g, '-')
      .replace(/\s+/g, ' ')
      .replace(/^[.\s]+|[.\s]+$/g, '')
      .slice(0, 80) || '数据'
  }.csv`

export const download = (name: string, text: string) => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = cleanFileName(name)
  link.click()
  URL.revokeObjectURL(address)
}
