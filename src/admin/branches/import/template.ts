import { csvText, download } from '../../shell/csv'
import { columnNames, columns } from './heading'

export const downloadTemplate = () =>
  download(
    '心驿-名单模板',
    csvText(
      columns.map((column) => columnNames[column]),
      [],
    ),
  )
