/** What a record is made of. Data alone: a union that writes otherwise changes this list and nothing else. */
export const sectionIds = [
  'presenting',
  'history',
  'observation',
  'safety',
  'assessment',
  'plan',
  'course',
  'change',
  'advice',
  'note',
] as const
export type SectionId = (typeof sectionIds)[number]

export const templateIds = ['intake', 'follow-up', 'closing', 'note'] as const
export type TemplateId = (typeof templateIds)[number]

export type Section = { id: SectionId; title: string; hint: string }
export type Template = { id: TemplateId; title: string; sections: readonly Section[] }

export const sections: Record<SectionId, Section> = {
  presenting: { id: 'presenting', title: '来访主诉', hint: '来访者用自己的话说的困扰，持续多久，最想先谈什么' },
  history: { id: 'history', title: '相关背景', hint: '与困扰有关的生活、工作和以往求助，只写用得上的' },
  observation: { id: 'observation', title: '观察', hint: '会谈中看到和听到的：情绪、言语、互动' },
  safety: { id: 'safety', title: '安全评估', hint: '有没有伤害自己或他人的想法、谁在身边、约定了什么' },
  assessment: { id: 'assessment', title: '评估', hint: '您的专业理解；不写诊断' },
  plan: { id: 'plan', title: '计划', hint: '共同商定的目标、下次的时间和两次之间的练习' },
  course: { id: 'course', title: '咨询过程', hint: '一共几次，谈了哪些主题，用了什么方法' },
  change: { id: 'change', title: '变化', hint: '目标达成了多少，来访者自己怎么看' },
  advice: { id: 'advice', title: '后续建议', hint: '结束后的安排、转介、什么情况下再来' },
  note: { id: 'note', title: '随手记', hint: '只给自己用的几句话；来访者导出资料时也会有这一份' },
}

const template = (id: TemplateId, title: string, ...parts: readonly SectionId[]): Template => ({
  id,
  title,
  sections: parts.map((part) => sections[part]),
})

export const templates: Record<TemplateId, Template> = {
  intake: template('intake', '首次会谈', 'presenting', 'history', 'observation', 'safety', 'assessment', 'plan'),
  'follow-up': template('follow-up', '后续会谈', 'presenting', 'observation', 'assessment', 'plan'),
  closing: template('closing', '结案', 'course', 'change', 'assessment', 'advice'),
  note: template('note', '随手记', 'note'),
}

export const MOST_IN_SECTION = 2000

export type Written = { section: SectionId; text: string }

/** Whether each section is one of the template's, and none stands twice. */
export function fits(templateId: TemplateId, written: readonly Written[]): boolean {
  const known = templates[templateId].sections.map(({ id }) => id)
  const named = written.map(({ section }) => section)
  return new Set(named).size === named.length && named.every((section) => known.includes(section))
}

/** What was written, under another template: sections that it has too stay, the rest goes into its last one, by name. */
export function under(templateId: TemplateId, written: readonly Written[]): Written[] {
  const parts = templates[templateId].sections
  const last = parts.at(-1)?.id
  const stays = written.filter(({ section }) => parts.some(({ id }) => id === section))
  const moved = written
    .filter(({ section, text }) => text !== '' && !stays.some((each) => each.section === section))
    .map(({ section, text }) => `${sections[section].title}：${text}`)
  return parts
    .map(({ id }) => {
      const own = stays.find(({ section }) => section === id)?.text ?? ''
      return { section: id, text: id === last ? [own, ...moved].filter(Boolean).join('\n') : own }
    })
    .filter(({ text }) => text !== '')
}
