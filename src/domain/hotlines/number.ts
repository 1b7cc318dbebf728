/** Nobody can be reached under these: no number of the network begins with three noughts. */
export const isSampleNumber = (number: string) => /^000-0000-\d{4}$/.test(number)

/** Short numbers, landlines with area code, 400 and 800 numbers, mobile phones. No extension: no phone dials it in one tap. */
const dialable = [
  /^1\d{2}$/,
  /^1\d{4}$/,
  /^9\d{4,5}$/,
  /^0\d{2,3}-?[2-9]\d{6,7}$/,
  /^0\d{2,3}-?12\d{3}$/,
  /^[48]00-?\d{3}-?\d{4}$/,
  /^1[3-9]\d{9}$/,
]

export const isNumber = (number: string) => isSampleNumber(number) || dialable.some((kind) => kind.test(number))

const digits = (number: string) => number.replaceAll('-', '')

export const isSameNumber = (a: string, b: string) => digits(a) === digits(b)

/**
 * The numbers of the whole country, always on top, in the app's help as in the list of lines. 12356: the national number of
 * the National Health Commission, in use everywhere since May 2025.
 */
export const everywhere = [
  {
    number: '12356',
    name: '全国统一心理援助热线',
    when: '心里难受、睡不着、想找人说说时拨打。由各地的专业机构接听，一时没接通可以过一会儿再拨。',
    counted: '12356',
  },
  {
    number: '120',
    name: '急救',
    when: '有人受伤、服药过量，或者身体情况危急时拨打。全天有人接听。',
    counted: '120',
  },
  {
    number: '110',
    name: '报警',
    when: '您或身边的人正处在危险中，需要马上有人到场时拨打。全天有人接听。',
    counted: '110',
  },
] as const
