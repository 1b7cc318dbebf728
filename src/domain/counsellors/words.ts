/** What a counsellor is good at, in the words people look for. */
export const fields = [
  'stress',
  'mood',
  'sleep',
  'relations',
  'marriage',
  'parenting',
  'pregnancy',
  'career',
  'grief',
  'trauma',
  'drinking',
  'growth',
] as const
export type Field = (typeof fields)[number]

export const fieldNames: Record<Field, string> = {
  stress: '工作压力',
  mood: '情绪低落、焦虑',
  sleep: '睡眠',
  relations: '同事和人际',
  marriage: '恋爱和婚姻',
  parenting: '亲子和家庭',
  pregnancy: '孕期和哺乳期',
  career: '职业发展',
  grief: '失去亲人',
  trauma: '突发事件之后',
  drinking: '饮酒',
  growth: '认识自己',
}

/** How they meet. */
export const modes = ['text', 'phone', 'in-person'] as const
export type Mode = (typeof modes)[number]

export const modeNames: Record<Mode, string> = { text: '文字', phone: '电话', 'in-person': '面谈' }

export const genders = ['female', 'male'] as const
export type Gender = (typeof genders)[number]
export const genderNames: Record<Gender, string> = { female: '女', male: '男' }

export const languages = ['mandarin', 'dialect', 'sign', 'english', 'mongolian', 'korean', 'uyghur', 'tibetan'] as const
export type Language = (typeof languages)[number]
export const languageNames: Record<Language, string> = {
  mandarin: '普通话',
  dialect: '本地话',
  sign: '手语',
  english: '英语',
  mongolian: '蒙古语',
  korean: '朝鲜语',
  uyghur: '维吾尔语',
  tibetan: '藏语',
}
