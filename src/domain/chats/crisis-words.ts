/**
 * Words at which a quiet hint appears beside the conversation, for the counsellor only. It reads nothing into anybody: it is
 * not stored, not counted, not sent anywhere, and never acts. It only keeps a tired colleague from reading over a sentence.
 */
const told = [
  '自杀',
  '自尽',
  '轻生',
  '寻短见',
  '不想活',
  '活不下去',
  '活着没意思',
  '活着没有意思',
  '想死',
  '去死',
  '死了算了',
  '一了百了',
  '结束生命',
  '结束自己',
  '遗书',
  '跳楼',
  '跳河',
  '割腕',
  '上吊',
  '安眠药',
  '农药',
  '烧炭',
  '伤害自己',
  '自残',
  '不如死',
  '没有我会更好',
]

/** As people write when they are not looking: blanks and marks between the characters do not hide a word. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')

export const hintsAtCrisis = (text: string): boolean => {
  const said = plain(text)
  return told.some((word) => said.includes(word))
}
